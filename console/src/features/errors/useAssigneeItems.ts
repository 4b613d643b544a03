import { useQuery } from '@tanstack/react-query'
import type { Assignee } from '@/api/issues'
import { membersQuery, sessionQuery } from '@/api/session'
import type { MenuItem } from '@/components/Menu'
import { assigneeChoices, type AssigneeChoice } from './assignee'

/**
 * The items of a menu that gives issues to somebody.
 *
 * @param assignee who has it, null for nobody, undefined where it is about several issues
 */
export function useAssigneeItems(
  assignee: Assignee | null | undefined,
  onChange: (assignee: AssigneeChoice['assignee']) => void,
): MenuItem[] {
  const { data: me } = useQuery(sessionQuery)
  const { data: members = [] } = useQuery(membersQuery)
  return assigneeChoices(members, me).map((choice) => ({
    label: choice.label,
    hint: choice.hint,
    ...(assignee !== undefined && { selected: choice.assignee?.id === assignee?.id }),
    onSelect: () => {
      if (assignee === undefined || choice.assignee?.id !== assignee?.id) onChange(choice.assignee)
    },
  }))
}
