import { formatChange, formatNumber } from '@/format/numbers'
import { number } from '@/hogql/rows'
import styles from './HomePage.module.css'

const figures = [
  { label: 'Events in 24 hours', now: 1, before: 2 },
  { label: 'Persons in 7 days', now: 3, before: 4 },
  { label: 'Page views in 7 days', now: 5, before: 6 },
]

/** The numbers a project is asked for first, each against the time before. */
export function Figures({ row }: { row: unknown[] }) {
  return (
    <div className={styles.figures}>
      {figures.map(({ label, now, before }) => {
        const value = number(row[now])
        const former = number(row[before])
        return (
          <div key={label} className={styles.figure}>
            <span className={styles.label}>{label}</span>
            <span className={styles.value}>{formatNumber(value)}</span>
            <span className={styles.change}>
              {formatChange(value, former) ?? 'nothing'} {former > 0 ? 'against' : 'in'} the time
              before
            </span>
          </div>
        )
      })}
    </div>
  )
}
