import { statuses, type Status } from '@/api/issues'
import { Badge } from '@/components/Badge'
import { Icon } from '@/components/Icon'
import { Menu } from '@/components/Menu'
import { statusMeanings } from './status'
import styles from './Issue.module.css'

export function StatusBadge({ status }: { status: Status }) {
  const { label, tone, meaning } = statusMeanings[status]
  return (
    <Badge tone={tone} title={meaning}>
      {label}
    </Badge>
  )
}

interface StatusMenuProps {
  status: Status
  onChange: (status: Status) => void
}

export function StatusMenu({ status, onChange }: StatusMenuProps) {
  return (
    <Menu
      align="end"
      header={statusMeanings[status].meaning}
      trigger={(toggle) => (
        <button
          type="button"
          className={styles.choose}
          aria-haspopup="menu"
          aria-label={`Status: ${statusMeanings[status].label}`}
          {...toggle}
        >
          <StatusBadge status={status} />
          <Icon name="chevronDown" size={12} />
        </button>
      )}
      items={statuses.map((one) => ({
        label: statusMeanings[one].label,
        selected: one === status,
        onSelect: () => {
          if (one !== status) onChange(one)
        },
      }))}
    />
  )
}
