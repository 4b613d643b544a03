import { useMemo, useState } from 'react'
import type { TableResult } from '@/api/query'
import type { ChartShape } from '@/chart/chartSeries'
import { SeriesChart } from '@/chart/SeriesChart'
import { EmptyState } from '@/components/EmptyState'
import { Checkbox, Select } from '@/components/Input'
import { Segmented } from '@/components/Segmented'
import { chartOf, suggestChart } from './chartData'
import { columnsOf } from './columns'
import styles from './ResultChart.module.css'

const shapes = [
  { value: 'line', label: 'Lines', icon: 'line' },
  { value: 'bar', label: 'Bars', icon: 'bars' },
] as const

/** The numbers of a result over one of its columns. */
export function ResultChart({ result }: { result: TableResult }) {
  const columns = useMemo(() => columnsOf(result), [result])
  const suggested = useMemo(() => suggestChart(columns), [columns])
  const [x, setX] = useState<number | null>(null)
  const [y, setY] = useState<number[] | null>(null)
  const [shape, setShape] = useState<ChartShape | null>(null)
  const choice = useMemo(
    () => suggested && { x: x ?? suggested.x, y: y ?? suggested.y },
    [suggested, x, y],
  )
  const chart = useMemo(() => choice && chartOf(result, columns, choice), [result, columns, choice])
  if (!choice || !chart) {
    return (
      <EmptyState icon="chart" title="Nothing to draw">
        A chart needs a column of numbers and another column to draw them over, such as{' '}
        <code>SELECT toStartOfDay(timestamp) AS day, count() FROM events GROUP BY day</code>.
      </EmptyState>
    )
  }
  const drawn = shape ?? (chart.axis.kind === 'time' ? 'line' : 'bar')
  const toggle = (index: number) =>
    setY(choice.y.includes(index) ? choice.y.filter((one) => one !== index) : [...choice.y, index])
  return (
    <div className={styles.layout}>
      <div className={styles.choices}>
        <label>
          Over{' '}
          <Select value={choice.x} onChange={(event) => setX(Number(event.target.value))}>
            {columns.map((column) => (
              <option key={column.index} value={column.index}>
                {column.name}
              </option>
            ))}
          </Select>
        </label>
        {columns
          .filter((column) => column.kind === 'number' && column.index !== choice.x)
          .map((column) => (
            <Checkbox
              key={column.index}
              label={column.name}
              checked={choice.y.includes(column.index)}
              onChange={() => toggle(column.index)}
            />
          ))}
        <span className={styles.space} />
        <Segmented label="Shape" value={drawn} segments={shapes} onChange={setShape} />
      </div>
      <div className={styles.chart}>
        <SeriesChart
          label="Chart of the result"
          axis={chart.axis}
          series={chart.series}
          shape={drawn}
          open={null}
        />
      </div>
    </div>
  )
}
