import { statuses } from '@/api/issues'
import { Checkbox } from '@/components/Input'
import { Segmented } from '@/components/Segmented'
import { SettledSearch } from '@/components/SettledSearch'
import { DateRangePicker } from '@/features/trends/DateRangePicker'
import type { ListState } from './listState'
import { statusMeanings } from './status'
import styles from './Issues.module.css'

const segments = [
  ...statuses.map((value) => ({ value, label: statusMeanings[value].label })),
  { value: 'all', label: 'All' } as const,
]

interface IssueToolbarProps {
  state: ListState
  onChange: (change: Partial<ListState>) => void
}

/** Which issues the list shows. */
export function IssueToolbar({ state, onChange }: IssueToolbarProps) {
  return (
    <div className={styles.toolbar}>
      <SettledSearch
        label="Search issues"
        placeholder="Type, message, function or file"
        className={styles.search}
        value={state.search}
        onSearch={(search) => onChange({ search })}
      />
      <div className={styles.statuses}>
        <Segmented
          label="Status"
          value={state.status}
          segments={segments}
          onChange={(status) => onChange({ status })}
        />
      </div>
      <Checkbox
        label="Assigned to me"
        checked={state.mine}
        onChange={(event) => onChange({ mine: event.target.checked })}
      />
      <DateRangePicker range={state.range} onChange={(range) => onChange({ range })} />
    </div>
  )
}
