import type { QueryCost } from '@/api/query'
import type { ChartAxis, ChartSeries } from '@/chart/chartSeries'
import { text } from '@/hogql/rows'
import { bucketSeconds } from './dateRange'
import { meanings, seriesLabel } from './math'
import type { TrendsState } from './model'

/** A series as the query API answers it. */
interface TrendsSeries {
  label?: string
  count?: number
  data?: number[]
  days?: string[]
  labels?: string[]
  aggregated_value?: number | null
  breakdown_value?: unknown
  compare_label?: 'current' | 'previous'
  order?: number
  action?: { order?: number } | null
}

export interface TrendsAnswer {
  results: TrendsSeries[]
  hasMore?: boolean
  hogql?: string
  cost?: QueryCost
}

/** A series of the answer, with all that its row and its line need. */
export interface Result extends ChartSeries {
  /** Which series of the question it answers. */
  order: number
  breakdown: string | null
  days: string[]
  /** For the whole range: the sum of the buckets, or one value where buckets cannot be added. */
  total: number
  /** Whether `total` is a sum of buckets that may be added. */
  adds: boolean
  /** The value of the same series in the period before. */
  before: number | null
}

export const NO_VALUE = '$$_posthog_breakdown_null_$$'
export const OTHERS = '$$_posthog_breakdown_other_$$'

export function breakdownLabel(value: string): string {
  if (value === NO_VALUE) return '(no value)'
  if (value === OTHERS) return 'All others'
  return value
}

/** The answer as series in the order of their colours; a former period has the colour of the present. */
export function readResults(answer: TrendsAnswer, state: TrendsState): Result[] {
  const colors = new Map<string, number>()
  const colorOf = (key: string) => {
    const known = colors.get(key) ?? colors.size
    colors.set(key, known)
    return known
  }
  const read = answer.results.map((series) => readOne(series, state, colorOf))
  return read.map((result) => {
    const former = read.find(
      (other) => other.former && !result.former && keyOf(other) === keyOf(result),
    )
    // A value that did not occur in the period before is not answered for it.
    const before = former?.total ?? (state.compare && !result.former ? 0 : null)
    return { ...result, before }
  })
}

const keyOf = ({ order, breakdown }: Pick<Result, 'order' | 'breakdown'>): string =>
  `${order}/${breakdown ?? ''}`

function readOne(
  series: TrendsSeries,
  state: TrendsState,
  colorOf: (key: string) => number,
): Result {
  const order = series.action?.order ?? series.order ?? 0
  const breakdown = state.breakdown ? breakdownText(series.breakdown_value) : null
  const former = series.compare_label === 'previous'
  const values = series.data ?? []
  const asked = state.series[order]
  return {
    id: `${order}/${breakdown ?? ''}/${former ? 'before' : 'now'}`,
    label: labelOf(series, state, order, breakdown, former),
    color: colorOf(keyOf({ order, breakdown })),
    values,
    former,
    order,
    breakdown,
    days: series.days ?? [],
    total: series.aggregated_value ?? series.count ?? values.reduce((sum, value) => sum + value, 0),
    adds: asked ? meanings[asked.math].adds : true,
    before: null,
  }
}

function breakdownText(value: unknown): string {
  if (value === null || value === undefined || value === '') return NO_VALUE
  return Array.isArray(value) ? value.map(text).join(' · ') : text(value)
}

function labelOf(
  series: TrendsSeries,
  state: TrendsState,
  order: number,
  breakdown: string | null,
  former: boolean,
): string {
  const asked = state.series[order]
  const name = asked ? seriesLabel(asked) : (series.label ?? 'Series')
  const parts = [
    ...(breakdown === null || state.series.length > 1 ? [name] : []),
    ...(breakdown === null ? [] : [breakdownLabel(breakdown)]),
  ]
  return parts.join(' · ') + (former ? ' (before)' : '')
}

/** The buckets of the present period. */
export function axisOf(answer: TrendsAnswer): Extract<ChartAxis, { kind: 'time' }> {
  const current = answer.results.find((series) => series.compare_label !== 'previous')
  const days = current?.days ?? []
  return { kind: 'time', seconds: days.map(bucketSeconds), labels: days.map(bucketLabel) }
}

const day = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'UTC',
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  year: 'numeric',
})

/** `Mon, 3 Aug 2026` or `Mon, 3 Aug 2026, 14:00`. */
export function bucketLabel(written: string): string {
  const date = day.format(new Date(bucketSeconds(written) * 1000))
  return written.length > 10 ? `${date}, ${written.slice(11, 16)}` : date
}
