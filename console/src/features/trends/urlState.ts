import type { PropertyFilter, PropertyRef } from '@/features/filters/filter'
import { readFilters } from '@/features/filters/readFilters'
import { jsonObject, text } from '@/hogql/rows'
import {
  displays,
  intervals,
  maths,
  newSeries,
  newTrend,
  type Series,
  type TrendsState,
} from './model'

/** Whether an address holds a trend at all. */
export const holdsTrend = (parameters: URLSearchParams): boolean =>
  ['series', 'from', 'display', 'interval'].some((name) => parameters.has(name))

/** The trend as parameters of the page's address; what is as in a new trend is left out. */
export function toParameters(state: TrendsState): URLSearchParams {
  const parameters = new URLSearchParams()
  for (const series of state.series) parameters.append('series', writeSeries(series))
  for (const filter of state.filters) parameters.append('filter', writeFilter(filter))
  const set = (name: string, value: string | null, usual: string | null) => {
    if (value !== null && value !== usual) parameters.set(name, value)
  }
  set('by', state.breakdown && `${state.breakdown.type}.${state.breakdown.property}`, null)
  set('from', state.range.from, newTrend.range.from)
  set('to', state.range.to, null)
  set('interval', state.interval, newTrend.interval)
  set('display', state.display, newTrend.display)
  set('compare', state.compare ? '1' : null, null)
  return parameters
}

/** Reads what it understands: a cut or old address still shows a page. */
export function fromParameters(parameters: URLSearchParams): TrendsState {
  const series = parameters.getAll('series').map(readSeries)
  return {
    series: series.length > 0 ? series : newTrend.series,
    filters: readFilters(parameters.getAll('filter').map(jsonObject)),
    breakdown: readBreakdown(parameters.get('by')),
    range: { from: parameters.get('from') ?? newTrend.range.from, to: parameters.get('to') },
    interval: intervals.find((one) => one === parameters.get('interval')) ?? newTrend.interval,
    display: displays.find((one) => one === parameters.get('display')) ?? newTrend.display,
    compare: parameters.get('compare') === '1',
  }
}

/** A plain event is its name, any event is nothing; everything else is JSON. */
function writeSeries(series: Series): string {
  const plain = series.math === 'total' && series.filters.length === 0
  if (plain && !series.event?.startsWith('{')) return series.event ?? ''
  return JSON.stringify({
    event: series.event,
    math: series.math,
    ...(series.mathProperty !== null && { of: series.mathProperty }),
    ...(series.filters.length > 0 && { filters: series.filters }),
  })
}

function readSeries(written: string): Series {
  if (!written.startsWith('{')) return newSeries(written || null)
  const value = jsonObject(written)
  return {
    event: text(value['event']) || null,
    math: maths.find((one) => one === value['math']) ?? 'total',
    mathProperty: text(value['of']) || null,
    filters: readFilters(value['filters']),
  }
}

const writeFilter = (filter: PropertyFilter): string => JSON.stringify(filter)

function readBreakdown(written: string | null): PropertyRef | null {
  const found = /^(event|person)\.(.+)$/s.exec(written ?? '')
  return found ? { type: found[1] as PropertyRef['type'], property: found[2] ?? '' } : null
}
