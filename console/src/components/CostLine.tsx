import type { QueryCost } from '@/api/query'
import { formatBytes, formatDollars, formatMilliseconds, formatShort } from '@/format/numbers'
import styles from './CostLine.module.css'

interface CostLineProps {
  took: number
  cost?: QueryCost | undefined
  rows?: number
}

/** What a query read, took and cost. */
export function CostLine({ took, cost = {}, rows }: CostLineProps) {
  const parts = [
    rows !== undefined && `${formatShort(rows)} ${rows === 1 ? 'row' : 'rows'}`,
    formatMilliseconds(took),
    cost.rows_scanned !== undefined && `${formatShort(cost.rows_scanned)} rows read`,
    cost.bytes_scanned !== undefined && `${formatBytes(cost.bytes_scanned)} scanned`,
    cost.files !== undefined && `${formatShort(cost.files)} ${cost.files === 1 ? 'file' : 'files'}`,
    cost.engine,
    cost.dollars !== undefined && formatDollars(cost.dollars),
  ].filter(Boolean)
  const title =
    cost.milliseconds === undefined
      ? undefined
      : `${formatMilliseconds(cost.milliseconds)} of it in the engine`
  return (
    <p className={styles.cost} title={title} aria-label="What the query cost">
      {parts.map((part, index) => (
        <span key={index}>{part}</span>
      ))}
    </p>
  )
}
