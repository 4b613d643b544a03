import { Time } from '@/components/Time'
import { withoutOrigin } from '@/features/events/event'
import type { Occurrence } from './occurrence'
import styles from './Issue.module.css'

interface OccurrenceListProps {
  rows: Occurrence[]
  open: string | null
  onOpen: (row: Occurrence) => void
}

/** Each time it happened, the newest first. */
export function OccurrenceList({ rows, open, onOpen }: OccurrenceListProps) {
  return (
    <ol className={styles.occurrences}>
      {rows.map((row) => (
        <li key={row.uuid}>
          <button
            type="button"
            className={styles.occurrence}
            aria-current={row.uuid === open || undefined}
            onClick={() => onOpen(row)}
          >
            <span className={styles.who}>{row.person}</span>
            <span className={styles.when}>
              <Time value={row.at} />
            </span>
            <span className={styles.context}>
              {[withoutOrigin(row.page), row.browser, row.release].filter(Boolean).join(' · ') ||
                'nothing more is known'}
            </span>
          </button>
        </li>
      ))}
    </ol>
  )
}
