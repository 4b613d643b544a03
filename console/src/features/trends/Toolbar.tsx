import { Checkbox, Select } from '@/components/Input'
import { Segmented } from '@/components/Segmented'
import { offeredIntervals, suitableInterval } from './dateRange'
import { DateRangePicker } from './DateRangePicker'
import type { DateRange, Interval, TrendsState } from './model'
import styles from './Toolbar.module.css'

interface ToolbarProps {
  state: TrendsState
  onChange: (change: Partial<TrendsState>) => void
}

const displays = [
  { value: 'line', label: 'Lines', icon: 'line' },
  { value: 'bar', label: 'Bars', icon: 'bars' },
  { value: 'table', label: 'Table', icon: 'table' },
  { value: 'number', label: 'Number', icon: 'number' },
] as const

/** Over which time, in which steps, and how it is drawn. */
export function Toolbar({ state, onChange }: ToolbarProps) {
  const now = new Date()
  const offered = offeredIntervals(state.range, now)
  const overTime = state.display === 'line' || state.display === 'bar'
  const chooseRange = (range: DateRange) =>
    onChange({ range, interval: suitableInterval(range, now) })
  return (
    <div className={styles.toolbar}>
      <DateRangePicker range={state.range} onChange={chooseRange} />
      {overTime && (
        <label className={styles.interval}>
          by
          <Select
            aria-label="Interval"
            value={state.interval}
            onChange={(event) => onChange({ interval: event.target.value as Interval })}
          >
            {[...new Set([...offered, state.interval])].map((interval) => (
              <option key={interval} value={interval}>
                {interval}
              </option>
            ))}
          </Select>
        </label>
      )}
      <Checkbox
        label="Compare with the period before"
        checked={state.compare}
        onChange={(event) => onChange({ compare: event.target.checked })}
      />
      <span className={styles.space} />
      <Segmented
        label="Display"
        value={state.display}
        segments={displays}
        onChange={(display) => onChange({ display })}
      />
    </div>
  )
}
