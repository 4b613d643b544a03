import { useState } from 'react'
import { colorVariable, type ChartAxis } from '@/chart/chartSeries'
import { Button } from '@/components/Button'
import table from '@/components/table.module.css'
import { formatChange, formatNumber } from '@/format/numbers'
import type { Result } from './result'
import styles from './TrendsView.module.css'

interface LegendProps {
  results: Result[]
  hidden: ReadonlySet<string>
  axis: ChartAxis
  onToggle: (id: string) => void
  onOpen: (result: Result, bucket: number) => void
}

/** The series with their totals and, on demand, every bucket: what the chart shows, without a mouse. */
export function Legend({ results, hidden, axis, onToggle, onOpen }: LegendProps) {
  const [everyBucket, setEveryBucket] = useState(false)
  const compared = results.some((result) => result.before !== null)
  return (
    <>
      <div className={styles.legend}>
        <table className={table.table}>
          <thead>
            <tr>
              <th>Series</th>
              <th className={table.number}>Total</th>
              <th className={table.number}>Average</th>
              {compared && <th className={table.number}>Change</th>}
              {everyBucket &&
                axis.labels.map((label) => (
                  <th key={label} className={table.number}>
                    {label}
                  </th>
                ))}
            </tr>
          </thead>
          <tbody>
            {results.map((result) => (
              <tr key={result.id} data-series={result.label} data-total={result.total}>
                <td>
                  <label className={styles.name}>
                    <input
                      type="checkbox"
                      checked={!hidden.has(result.id)}
                      onChange={() => onToggle(result.id)}
                    />
                    <span
                      className={`${styles.swatch} ${result.former ? styles.former : ''}`}
                      style={{ color: colorVariable(result.color) }}
                    />
                    {result.label}
                  </label>
                </td>
                <td className={table.number}>
                  <Total result={result} />
                </td>
                <td className={table.number}>{formatNumber(average(result))}</td>
                {compared && (
                  <td className={table.number}>
                    {(result.before !== null && formatChange(result.total, result.before)) || '–'}
                  </td>
                )}
                {everyBucket &&
                  result.values.map((value, bucket) => (
                    <td key={bucket} className={table.number}>
                      {value !== null && (
                        <button
                          type="button"
                          className={styles.cell}
                          onClick={() => onOpen(result, bucket)}
                        >
                          {formatNumber(value)}
                        </button>
                      )}
                    </td>
                  ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div className={styles.foot}>
        <Button look="quiet" onClick={() => setEveryBucket(!everyBucket)}>
          {everyBucket ? 'Hide the single values' : 'Show every value'}
        </Button>
      </div>
    </>
  )
}

function Total({ result }: { result: Result }) {
  if (result.adds) return formatNumber(result.total)
  return (
    <span title="Its values cannot be added: who came on two days is one person. The number display counts the whole range.">
      –
    </span>
  )
}

function average({ values }: Result): number {
  const known = values.filter((value) => value !== null)
  return known.length === 0 ? 0 : known.reduce((sum, value) => sum + value, 0) / known.length
}
