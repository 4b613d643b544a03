import type { QueryNode } from '@/api/query'
import { seriesName } from './math'
import { isComplete } from '@/features/filters/operators'
import { writeFilter } from '@/features/filters/writeFilter'
import type { Display, Series, TrendsState } from './model'

export const apiDisplays: Record<Display, string> = {
  line: 'ActionsLineGraph',
  bar: 'ActionsBar',
  table: 'ActionsTable',
  number: 'BoldNumber',
}

/** The question in the words of the query API. */
export function toQuery(state: TrendsState): QueryNode {
  const filters = state.filters.filter(isComplete)
  return {
    kind: 'TrendsQuery',
    series: state.series.map(eventsNode),
    interval: state.interval,
    dateRange: { date_from: state.range.from, date_to: state.range.to },
    trendsFilter: { display: apiDisplays[state.display] },
    ...(filters.length > 0 && { properties: filters.map(writeFilter) }),
    ...(state.breakdown && {
      breakdownFilter: {
        breakdown: state.breakdown.property,
        breakdown_type: state.breakdown.type,
      },
    }),
    ...(state.compare && { compareFilter: { compare: true } }),
  }
}

function eventsNode(series: Series): QueryNode {
  const filters = series.filters.filter(isComplete)
  return {
    kind: 'EventsNode',
    event: series.event,
    name: seriesName(series),
    math: series.math,
    ...(series.mathProperty && { math_property: series.mathProperty }),
    ...(filters.length > 0 && { properties: filters.map(writeFilter) }),
  }
}
