import {
  bucketEnd,
  bucketSeconds,
  suitableInterval,
  wallClockNow,
} from '@/features/trends/dateRange'
import type { Interval } from '@/features/trends/model'
import { bucketLabel } from '@/features/trends/result'
import type { ChartAxis, ChartSeries } from '@/chart/chartSeries'
import type { Project, WeekStart } from '@/api/projects'
import { number, text } from '@/hogql/rows'
import { all } from '@/hogql/write'
import type { Bounds } from './occurrence'

/** How often something happened, bucket by bucket, in the project's wall clock. */
export interface Course {
  days: string[]
  axis: Extract<ChartAxis, { kind: 'time' }>
  series: ChartSeries[]
  /** The bucket that is not over yet. */
  open: number | null
}

const starts: Record<Interval, string> = {
  minute: 'toStartOfMinute',
  hour: 'toStartOfHour',
  day: 'toStartOfDay',
  week: 'toStartOfWeek',
  month: 'toStartOfMonth',
}

export const courseQuery = (conditions: string[], interval: Interval): string =>
  `SELECT toString(${starts[interval]}(timestamp)) AS bucket, count() AS times FROM exceptions
WHERE ${all(conditions)}
GROUP BY bucket ORDER BY bucket LIMIT 2000`

/** Buckets that are few enough to read. */
export const intervalFor = ({ from, to }: Bounds, now: Date): Interval =>
  suitableInterval({ from: from.toISOString(), to: (to ?? now).toISOString() }, now)

/** Nothing is drawn for the time before the first occurrence when all time is asked. */
export const notBefore = (bounds: Bounds, first: Date | null): Bounds =>
  first && first > bounds.from ? { ...bounds, from: first } : bounds

/** The answer of `courseQuery`, with the buckets in which nothing happened. */
export function courseOf(
  rows: unknown[][],
  bounds: Bounds,
  interval: Interval,
  { timezone, week_start_day }: Pick<Project, 'timezone' | 'week_start_day'>,
  now: Date,
): Course {
  const atStart = (wall: string) => bucketStart(wall, interval, week_start_day)
  const counted = new Map(rows.map((row) => [atStart(text(row[0])), number(row[1])]))
  const last = wallClockNow(bounds.to ?? now, timezone)
  const current = atStart(wallClockNow(now, timezone))
  const days: string[] = []
  // What was sent late may lie before the time that was thought to be the first.
  const [begin, earliest = begin] = [
    atStart(wallClockNow(bounds.from, timezone)),
    [...counted.keys()].sort()[0],
  ]
  let day = earliest < begin ? earliest : begin
  while (day <= last && days.length < MOST) {
    days.push(day)
    day = atStart(bucketEnd(day, interval))
  }
  const open = days.indexOf(current)
  return {
    days,
    axis: { kind: 'time', seconds: days.map(bucketSeconds), labels: days.map(bucketLabel) },
    series: [
      {
        id: 'occurrences',
        label: 'Occurrences',
        color: 3,
        values: days.map((bucket) => counted.get(bucket) ?? 0),
      },
    ],
    open: open < 0 ? null : open,
  }
}

const MOST = 2000

/** Where the bucket of a wall clock's time begins; buckets of a day and more have no time of day. */
function bucketStart(wall: string, interval: Interval, weekStart: WeekStart): string {
  const day = wall.slice(0, 10)
  switch (interval) {
    case 'minute':
      return `${wall.slice(0, 16)}:00`
    case 'hour':
      return `${wall.slice(0, 13)}:00:00`
    case 'day':
      return day
    case 'week': {
      const date = new Date(`${day}T00:00:00Z`)
      date.setUTCDate(date.getUTCDate() - ((date.getUTCDay() - weekStart + 7) % 7))
      return date.toISOString().slice(0, 10)
    }
    case 'month':
      return `${day.slice(0, 7)}-01`
  }
}
