import { useMutation, useQueryClient } from '@tanstack/react-query'
import { messageOf } from '@/api/errors'
import { changeIssue, changeIssues, type BulkChange, type IssueChange } from '@/api/issues'
import { useProject } from '@/app/project'
import { toast } from '@/components/toast'
import { plural } from '@/format/numbers'

/** Everything that shows issues asks again after a change of one. */
export function useForgetIssues() {
  const { id } = useProject()
  const client = useQueryClient()
  return () => client.invalidateQueries({ queryKey: ['issues', id] })
}

/** Changes one issue. */
export function useIssueChange(issue: string) {
  const { id } = useProject()
  const forget = useForgetIssues()
  return useMutation({
    mutationFn: (change: IssueChange) => changeIssue(id, issue, change),
    onSuccess: forget,
    onError: (error) => toast(messageOf(error), 'bad'),
  })
}

/** Changes several issues in the same way. */
export function useIssuesChange(ids: string[], onDone: () => void) {
  const { id } = useProject()
  const forget = useForgetIssues()
  return useMutation({
    mutationFn: (change: BulkChange) => changeIssues(id, ids, change),
    onSuccess: async () => {
      toast(`${plural(ids.length, 'issue')} changed.`)
      onDone()
      await forget()
    },
    onError: (error) => toast(messageOf(error), 'bad'),
  })
}
