import { formatNumber } from '@/format/numbers'
import { colorVariable, type ChartSeries } from './chartSeries'
import styles from './ChartTooltip.module.css'

export interface Hover {
  index: number
  focused: number | null
  left: number
  top: number
}

interface ChartTooltipProps {
  hover: Hover
  title: string
  series: ChartSeries[]
  open: boolean
  hint: string | null
}

const MOST = 10

/** The values of one bucket, the largest first. */
export function ChartTooltip({ hover, title, series, open, hint }: ChartTooltipProps) {
  const rows = series
    .map((one, index) => ({ ...one, index, value: one.values[hover.index] ?? null }))
    .filter((row) => row.value !== null)
    .sort((a, b) => (b.value ?? 0) - (a.value ?? 0))
  const rest = rows.length - MOST
  const toTheLeft = hover.left > 360
  return (
    <div
      className={styles.tooltip}
      style={{
        left: hover.left,
        top: Math.max(0, hover.top - 10),
        transform: toTheLeft ? 'translateX(calc(-100% - 14px))' : 'translateX(14px)',
      }}
    >
      <p className={styles.title}>
        {title}
        {open && <span> so far</span>}
      </p>
      <table>
        <tbody>
          {rows.slice(0, MOST).map((row) => (
            <tr key={row.id} className={row.index === hover.focused ? styles.focused : ''}>
              <td>
                <i
                  className={row.former ? styles.former : styles.dot}
                  style={{ color: colorVariable(row.color) }}
                />
                {row.label}
              </td>
              <td className={styles.value}>{formatNumber(row.value ?? 0)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {rest > 0 && <p className={styles.hint}>and {rest} more</p>}
      {hint && rows.length > 0 && <p className={styles.hint}>{hint}</p>}
    </div>
  )
}
