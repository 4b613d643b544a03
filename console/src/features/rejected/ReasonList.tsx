import type { TableResult } from '@/api/query'
import { Panel } from '@/components/Panel'
import { formatNumber } from '@/format/numbers'
import { number, text } from '@/hogql/rows'
import styles from './Rejected.module.css'

interface ReasonListProps {
  result: TableResult | undefined
  chosen: string | null
  onChoose: (reason: string | null) => void
}

/** The reasons with how often each came; choosing one filters the table. */
export function ReasonList({ result, chosen, onChoose }: ReasonListProps) {
  const reasons = (result?.results ?? []).map((row) => ({
    name: text(row[0]),
    times: number(row[1]),
  }))
  const total = reasons.reduce((sum, reason) => sum + reason.times, 0)
  return (
    <Panel title="Reasons" className={styles.reasons}>
      <ul className={styles.list}>
        <Reason label="All" times={total} on={chosen === null} onChoose={() => onChoose(null)} />
        {reasons.map(({ name, times }) => (
          <Reason
            key={name}
            label={name}
            times={times}
            on={chosen === name}
            onChoose={() => onChoose(name)}
          />
        ))}
      </ul>
    </Panel>
  )
}

interface ReasonProps {
  label: string
  times: number
  on: boolean
  onChoose: () => void
}

function Reason({ label, times, on, onChoose }: ReasonProps) {
  return (
    <li>
      <button type="button" className={styles.reason} aria-pressed={on} onClick={onChoose}>
        <span>{label}</span>
        <span>{formatNumber(times)}</span>
      </button>
    </li>
  )
}
