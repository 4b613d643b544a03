import type { ChartAxis } from '@/chart/chartSeries'
import { bucketEnd } from './dateRange'
import type { Interval } from './model'
import type { Result } from './result'

type TimeAxis = Extract<ChartAxis, { kind: 'time' }>

/** What can be drawn at a moment: the range may go on into buckets that have not begun. */
interface SoFar {
  results: Result[]
  axis: TimeAxis
  /** The bucket that is not over, if it is in the range. */
  open: number | null
}

/**
 * Takes out what has not happened. Zeros of hours to come would look like a loss. Where the period
 * before is drawn beside, its values stay to the end.
 */
export function soFar(results: Result[], axis: TimeAxis, interval: Interval, wall: string): SoFar {
  const days = results.find((result) => !result.former)?.days ?? []
  const begun = days.filter((day) => startOf(day) <= wall).length
  const last = days[begun - 1]
  const open = last !== undefined && bucketEnd(last, interval) > wall ? begun - 1 : null
  const compared = results.some((result) => result.former)
  const length = compared ? days.length : begun
  return {
    results: results.map((result) => ({
      ...result,
      days: result.days.slice(0, length),
      values: result.values
        .slice(0, length)
        .map((value, bucket) => (result.former || bucket < begun ? value : null)),
    })),
    axis: { ...axis, seconds: axis.seconds.slice(0, length), labels: axis.labels.slice(0, length) },
    open,
  }
}

const startOf = (day: string): string => (day.length > 10 ? day : `${day} 00:00:00`)
