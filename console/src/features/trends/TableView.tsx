import { colorVariable } from '@/chart/chartSeries'
import table from '@/components/table.module.css'
import { formatChange, formatNumber } from '@/format/numbers'
import type { Result } from './result'
import styles from './TrendsView.module.css'

/** One value for each series over the whole range, the largest first. */
export function TableView({ results }: { results: Result[] }) {
  const rows = results.filter((result) => !result.former).sort((a, b) => b.total - a.total)
  const largest = Math.max(...rows.map((row) => row.total), 0)
  const compared = rows.some((row) => row.before !== null)
  return (
    <table className={table.table}>
      <thead>
        <tr>
          <th>Series</th>
          <th aria-label="Share of the largest" />
          <th className={table.number}>Value</th>
          {compared && <th className={table.number}>Before</th>}
          {compared && <th className={table.number}>Change</th>}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id} data-series={row.label} data-total={row.total}>
            <td>{row.label}</td>
            <td className={styles.bar} style={{ color: colorVariable(row.color) }}>
              <div style={{ width: `${largest > 0 ? (row.total / largest) * 100 : 0}%` }} />
            </td>
            <td className={table.number}>{formatNumber(row.total)}</td>
            {compared && (
              <td className={table.number}>
                {row.before === null ? '–' : formatNumber(row.before)}
              </td>
            )}
            {compared && (
              <td className={table.number}>
                {(row.before !== null && formatChange(row.total, row.before)) || '–'}
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
