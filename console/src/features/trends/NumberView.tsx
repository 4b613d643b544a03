import { formatChange, formatNumber } from '@/format/numbers'
import type { Result } from './result'
import styles from './TrendsView.module.css'

/** One large number for each series. */
export function NumberView({ results }: { results: Result[] }) {
  return (
    <div className={styles.numbers}>
      {results
        .filter((result) => !result.former)
        .map((result) => (
          <div
            key={result.id}
            className={styles.number}
            data-series={result.label}
            data-total={result.total}
          >
            <span className={styles.big}>{formatNumber(result.total)}</span>
            <span className={styles.label}>{result.label}</span>
            {result.before !== null && (
              <span className={styles.change}>
                {formatChange(result.total, result.before) ?? 'new'}, {formatNumber(result.before)}{' '}
                before
              </span>
            )}
          </div>
        ))}
    </div>
  )
}
