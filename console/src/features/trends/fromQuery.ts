import type { QueryNode } from '@/api/query'
import { jsonObject, text } from '@/hogql/rows'
import {
  displays,
  intervals,
  maths,
  newTrend,
  type Display,
  type Series,
  type TrendsState,
} from './model'
import { apiDisplays } from './toQuery'
import type { PropertyRef } from '@/features/filters/filter'
import { list, oneOf, readFilters } from '@/features/filters/readFilters'

/** The query itself, out of the nodes that other tools wrap around it. */
export function sourceOf(query: QueryNode): QueryNode {
  const source = query['source']
  return typeof source === 'object' && source !== null ? sourceOf(source as QueryNode) : query
}

/** A saved query as this page can show it; whatever it cannot express is left out. */
export function fromQuery(saved: QueryNode): TrendsState {
  const query = sourceOf(saved)
  const range = jsonObject(query['dateRange'])
  const series = list(query['series']).map(readSeries)
  const display = text(jsonObject(query['trendsFilter'])['display'])
  return {
    series: series.length > 0 ? series : newTrend.series,
    filters: readFilters(query['properties']),
    breakdown: readBreakdown(jsonObject(query['breakdownFilter'])),
    range: {
      from: text(range['date_from']) || newTrend.range.from,
      to: text(range['date_to']) || null,
    },
    interval: oneOf(intervals, query['interval']) ?? newTrend.interval,
    display: displays.find((one: Display) => apiDisplays[one] === display) ?? newTrend.display,
    compare: jsonObject(query['compareFilter'])['compare'] === true,
  }
}

function readSeries(node: Record<string, unknown>): Series {
  return {
    event: text(node['event']) || null,
    math: oneOf(maths, node['math']) ?? 'total',
    mathProperty: text(node['math_property']) || null,
    filters: readFilters(node['properties']),
  }
}

function readBreakdown(filter: Record<string, unknown>): PropertyRef | null {
  const first = list(filter['breakdowns'])[0]
  const property = text(first?.['property'] ?? filter['breakdown'])
  const type = oneOf(
    ['event', 'person'] as const,
    first?.['type'] ?? filter['breakdown_type'] ?? 'event',
  )
  return property && type ? { type, property } : null
}
