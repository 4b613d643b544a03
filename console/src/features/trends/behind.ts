import { all, literal } from '@/hogql/write'
import { bucketEnd, bucketStart } from './dateRange'
import { breakdownCondition, condition } from './filterToHogQL'
import type { Math, TrendsState } from './model'
import { isComplete } from '@/features/filters/operators'
import { personNameIn } from '@/features/persons/personName'
import { bucketLabel, type Result } from './result'

/** A point that was clicked. */
export interface Point {
  result: Result
  day: string
  title: string
}

export function pointOf(result: Result, bucket: number): Point | null {
  const day = result.days[bucket]
  return day === undefined ? null : { result, day, title: `${result.label}, ${bucketLabel(day)}` }
}

/** Windows that look back from a bucket. */
const lookBack: Partial<Record<Math, number>> = { weekly_active: 6, monthly_active: 29 }

/** Which events made the value of a point. */
export function conditionsBehind(state: TrendsState, point: Point, shown: string[]): string[] {
  const { result, day } = point
  const series = state.series[result.order]
  const filters = [...state.filters, ...(series?.filters ?? [])].filter(isComplete)
  const start = bucketStart(day, lookBack[series?.math ?? 'total'] ?? 0)
  return [
    `timestamp >= toDateTime(${literal(start)})`,
    `timestamp < toDateTime(${literal(bucketEnd(day, state.interval))})`,
    ...(series?.event ? [`event = ${literal(series.event)}`] : []),
    ...filters.map(condition),
    ...(state.breakdown && result.breakdown !== null
      ? [breakdownCondition(state.breakdown, result.breakdown, shown)]
      : []),
  ]
}

/** Who made the value, with the names they have today and not those they had at the event. */
export const personsBehind = (conditions: string[]): string =>
  `SELECT behind.person_id AS person_id, ${personNameIn('persons')} AS person,
  behind.events AS events, behind.last_seen AS last_seen
FROM (
  SELECT person_id, count() AS events, max(timestamp) AS last_seen
  FROM events
  WHERE ${all(conditions)}
  GROUP BY person_id ORDER BY events DESC, person_id LIMIT 100
) AS behind
LEFT JOIN persons ON persons.id = behind.person_id
ORDER BY events DESC, person_id`
