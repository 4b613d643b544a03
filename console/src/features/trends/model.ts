import type { PropertyFilter, PropertyRef } from '@/features/filters/filter'

/** What a trend asks. It is what the address of the page holds, and what becomes a TrendsQuery. */
export interface TrendsState {
  series: Series[]
  filters: PropertyFilter[]
  breakdown: PropertyRef | null
  range: DateRange
  interval: Interval
  display: Display
  compare: boolean
}

export interface Series {
  /** `null` means any event. */
  event: string | null
  math: Math
  /** What is summed or averaged, for the maths that need it. */
  mathProperty: string | null
  filters: PropertyFilter[]
}

/** As the API writes ranges: `-7d`, `mStart`, `2026-01-31`; no end means until now. */
export interface DateRange {
  from: string
  to: string | null
}

export const intervals = ['minute', 'hour', 'day', 'week', 'month'] as const
export type Interval = (typeof intervals)[number]

export const displays = ['line', 'bar', 'table', 'number'] as const
export type Display = (typeof displays)[number]

export const maths = [
  'total',
  'dau',
  'weekly_active',
  'monthly_active',
  'unique_session',
  'sum',
  'avg',
  'min',
  'max',
  'median',
  'p75',
  'p90',
  'p95',
  'p99',
] as const
export type Math = (typeof maths)[number]

export const newSeries = (event: string | null): Series => ({
  event,
  math: 'total',
  mathProperty: null,
  filters: [],
})

export const newTrend: TrendsState = {
  series: [newSeries(null)],
  filters: [],
  breakdown: null,
  range: { from: '-7d', to: null },
  interval: 'day',
  display: 'line',
  compare: false,
}
