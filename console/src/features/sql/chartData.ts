import type { TableResult } from '@/api/query'
import type { ChartAxis, ChartSeries } from '@/chart/chartSeries'
import { number, text } from '@/hogql/rows'
import type { Column } from './columns'

interface ChartChoice {
  x: number
  y: number[]
}

const MOST_SERIES = 10
const MOST_POINTS = 2000

/** The course over time if there is one, else bars by the first column; all numbers are drawn. */
export function suggestChart(columns: Column[]): ChartChoice | null {
  const x =
    columns.find((column) => column.kind === 'time') ??
    columns.find((column) => column.kind === 'text') ??
    columns[0]
  const y = columns.filter((column) => column.kind === 'number' && column !== x)
  if (!x || y.length === 0) return null
  return { x: x.index, y: y.slice(0, 4).map((column) => column.index) }
}

/** The chosen columns as a chart. Times are put into order: a line that runs back is no course. */
export function chartOf(
  result: TableResult,
  columns: Column[],
  choice: ChartChoice,
): { axis: ChartAxis; series: ChartSeries[] } {
  const onTime = columns[choice.x]?.kind === 'time'
  const rows = result.results.slice(0, MOST_POINTS)
  const points = onTime ? inOrder(rows, choice.x) : rows.map((row) => ({ row, seconds: 0 }))
  const labels = points.map(({ row }) => text(row[choice.x]))
  return {
    axis: onTime
      ? { kind: 'time', seconds: points.map(({ seconds }) => seconds), labels }
      : { kind: 'category', labels },
    series: choice.y.slice(0, MOST_SERIES).map((index, color) => ({
      id: String(index),
      label: columns[index]?.name ?? '',
      color,
      values: points.map(({ row }) => (row[index] === null ? null : number(row[index]))),
    })),
  }
}

function inOrder(rows: unknown[][], x: number) {
  return rows
    .flatMap((row) => {
      const seconds = wallSeconds(text(row[x]))
      return Number.isNaN(seconds) ? [] : [{ row, seconds }]
    })
    .sort((a, b) => a.seconds - b.seconds)
}

/** A time as it is written: the chart shows the same clock as the table, whatever the zone. */
function wallSeconds(written: string): number {
  const [, day, time = '00:00:00'] =
    /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d(?:\.\d+)?)?))?/.exec(written) ?? []
  return Date.parse(`${day}T${time}Z`) / 1000
}
