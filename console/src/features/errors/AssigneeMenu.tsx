import { useQuery } from '@tanstack/react-query'
import type { Assignee } from '@/api/issues'
import { sessionQuery } from '@/api/session'
import { Icon } from '@/components/Icon'
import { Menu } from '@/components/Menu'
import { assigneeName, type AssigneeChoice } from './assignee'
import { useAssigneeItems } from './useAssigneeItems'
import styles from './Issue.module.css'

interface AssigneeMenuProps {
  assignee: Assignee | null
  onChange: (assignee: AssigneeChoice['assignee']) => void
}

/** Who looks after it. */
export function AssigneeMenu({ assignee, onChange }: AssigneeMenuProps) {
  const { data: me } = useQuery(sessionQuery)
  const name = assigneeName(assignee, me)
  const items = useAssigneeItems(assignee, onChange)
  return (
    <Menu
      align="end"
      trigger={(toggle) => (
        <button
          type="button"
          className={styles.choose}
          aria-haspopup="menu"
          aria-label={`Assigned to: ${name}`}
          {...toggle}
        >
          <Icon name="person" size={14} />
          <span className={assignee ? styles.assigned : styles.nobody}>{name}</span>
          <Icon name="chevronDown" size={12} />
        </button>
      )}
      items={items}
    />
  )
}
