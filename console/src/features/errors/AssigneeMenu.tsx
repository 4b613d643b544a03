import { useQuery } from '@tanstack/react-query'
import type { Assignee } from '@/api/issues'
import { sessionQuery } from '@/api/session'
import { Icon } from '@/components/Icon'
import { Menu, type MenuItem } from '@/components/Menu'
import { assigneeName } from './assignee'
import styles from './Issue.module.css'

interface AssigneeMenuProps {
  assignee: Assignee | null
  onChange: (assignee: { id: string; type: 'user' } | null) => void
}

/** Who looks after it. */
export function AssigneeMenu({ assignee, onChange }: AssigneeMenuProps) {
  const { data: me } = useQuery(sessionQuery)
  const name = assigneeName(assignee, me)
  const items: MenuItem[] = []
  if (assignee?.id !== me?.id) {
    items.push({
      label: 'Assign to me',
      icon: 'person',
      onSelect: () => onChange({ id: '@me', type: 'user' }),
    })
  }
  if (assignee) {
    items.push({ label: 'Nobody', icon: 'close', onSelect: () => onChange(null) })
  }
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
