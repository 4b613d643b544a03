import type { DateRange, Interval } from './model'

interface Preset {
  label: string
  range: DateRange
}

const since = (label: string, from: string, to: string | null = null): Preset => ({
  label,
  range: { from, to },
})

export const presets: Preset[] = [
  since('Today', 'dStart'),
  since('Yesterday', '-1dStart', '-1dEnd'),
  since('Last 24 hours', '-24h'),
  since('Last 7 days', '-7d'),
  since('Last 14 days', '-14d'),
  since('Last 30 days', '-30d'),
  since('Last 90 days', '-90d'),
  since('This month', 'mStart'),
  since('Last month', '-1mStart', '-1mEnd'),
  since('Last 12 months', '-12m'),
  since('This year', 'yStart'),
  since('All time', 'all'),
]

export const units = { h: 'hours', d: 'days', w: 'weeks', m: 'months', y: 'years' } as const
export type Unit = keyof typeof units

const RELATIVE = /^-(\d+)([hdwmy])$/
const DAY = /^\d{4}-\d{2}-\d{2}$/

/** `Last 6 weeks` as its parts, when the range is of that kind. */
export function relativeParts(range: DateRange): { count: number; unit: Unit } | null {
  const found = range.to === null ? RELATIVE.exec(range.from) : null
  return found ? { count: Number(found[1]), unit: found[2] as Unit } : null
}

export const isDay = (text: string): boolean =>
  DAY.test(text) && !Number.isNaN(Date.parse(`${text}T00:00:00Z`))

export function rangeLabel(range: DateRange): string {
  const preset = presets.find(
    (candidate) => candidate.range.from === range.from && candidate.range.to === range.to,
  )
  if (preset) return preset.label
  const relative = relativeParts(range)
  if (relative) {
    const unit = units[relative.unit]
    return relative.count === 1 ? `Last ${unit.slice(0, -1)}` : `Last ${relative.count} ${unit}`
  }
  return range.to === null ? `Since ${range.from}` : `${range.from} – ${range.to}`
}

/** About how many days a range has, to choose an interval for it. */
export function daysIn(range: DateRange, now: Date): number {
  const relative = relativeParts(range)
  if (relative) return relative.count * { h: 1 / 24, d: 1, w: 7, m: 30.4, y: 365 }[relative.unit]
  const fixed: Record<string, number> = { dStart: 1, '-1dStart': 1, mStart: 31, '-1mStart': 31 }
  const known = fixed[range.from]
  if (known !== undefined) return known
  if (range.from === 'yStart') return 365
  const from = Date.parse(range.from)
  if (Number.isNaN(from)) return 730
  const to = range.to === null ? now.getTime() : Date.parse(range.to)
  return (to - from) / 86_400_000 + 1
}

/** Few enough buckets to read, enough to see a course. */
export function suitableInterval(range: DateRange, now: Date): Interval {
  const days = daysIn(range, now)
  if (days <= 2) return 'hour'
  if (days <= 95) return 'day'
  return days <= 370 ? 'week' : 'month'
}

/** An interval that would make thousands of buckets is not offered. */
export function offeredIntervals(range: DateRange, now: Date): Interval[] {
  const days = daysIn(range, now)
  const longest: [Interval, number][] = [
    ['minute', 1],
    ['hour', 31],
    ['day', 1000],
    ['week', 4000],
    ['month', Number.POSITIVE_INFINITY],
  ]
  return longest.filter(([, most]) => days <= most).map(([interval]) => interval)
}

/** Bucket starts as the API writes them, in the project's wall clock, as seconds. */
export const bucketSeconds = (day: string): number =>
  Date.parse(`${day.replace(' ', 'T')}${day.length > 10 ? '' : 'T00:00:00'}Z`) / 1000

/** Where the bucket after this one begins, as `2026-01-31 00:00:00`. */
export function bucketEnd(day: string, interval: Interval): string {
  const date = new Date(bucketSeconds(day) * 1000)
  if (interval === 'minute') date.setUTCMinutes(date.getUTCMinutes() + 1)
  else if (interval === 'hour') date.setUTCHours(date.getUTCHours() + 1)
  else if (interval === 'day') date.setUTCDate(date.getUTCDate() + 1)
  else if (interval === 'week') date.setUTCDate(date.getUTCDate() + 7)
  else date.setUTCMonth(date.getUTCMonth() + 1, 1)
  return wallClock(date)
}

const wallClock = (date: Date): string => date.toISOString().slice(0, 19).replace('T', ' ')

export function bucketStart(day: string, daysBefore = 0): string {
  return wallClock(new Date((bucketSeconds(day) - daysBefore * 86_400) * 1000))
}

/** What the clock on the wall shows now in a zone, as `2026-01-31 14:05:00`. */
export function wallClockNow(now: Date, timezone: string): string {
  const parts = new Intl.DateTimeFormat('sv-SE', {
    timeZone: timezone,
    dateStyle: 'short',
    timeStyle: 'medium',
  })
  return parts.format(now)
}
