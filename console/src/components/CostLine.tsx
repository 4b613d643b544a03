import type { QueryCost } from '@/api/query'
import { formatBytes, formatDollars, formatMilliseconds, plural } from '@/format/numbers'
import styles from './CostLine.module.css'

interface CostLineProps {
  took: number
  cost?: QueryCost | undefined
  rows?: number
}

/** What a query read, took and cost. */
export function CostLine({ took, cost = {}, rows }: CostLineProps) {
  const parts = [
    rows !== undefined && plural(rows, 'row'),
    formatMilliseconds(took),
    cost.rows_scanned !== undefined && `${plural(cost.rows_scanned, 'row')} read`,
    cost.bytes_scanned !== undefined && `${formatBytes(cost.bytes_scanned)} scanned`,
    cost.files !== undefined && plural(cost.files, 'file'),
    cost.engine,
    cost.dollars !== undefined && formatDollars(cost.dollars),
  ].filter(Boolean)
  const title = [
    cost.milliseconds !== undefined && `${formatMilliseconds(cost.milliseconds)} in the engine`,
    cost.bytes_fetched !== undefined && `${formatBytes(cost.bytes_fetched)} fetched`,
    cost.reason,
  ]
    .filter(Boolean)
    .join('. ')
  return (
    <p className={styles.cost} title={title} aria-label="What the query cost">
      {parts.map((part, index) => (
        <span key={index}>{part}</span>
      ))}
    </p>
  )
}
