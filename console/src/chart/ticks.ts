const format = (options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', ...options })

const minute = format({ hour: '2-digit', minute: '2-digit' })
const day = format({ day: 'numeric', month: 'short' })
const month = format({ month: 'short', year: 'numeric' })

const DAY = 86_400

/** As much as tells one tick from the next: the hour, the day, or the month. */
export function tickLabels(seconds: number[]): string[] {
  const [first = 0, second = first + DAY] = seconds
  const step = second - first
  return seconds.map((tick, index) => {
    const date = new Date(tick * 1000)
    if (step >= 28 * DAY) return month.format(date)
    if (step >= DAY || tick % DAY === 0) return day.format(date)
    return index === 0 && step < DAY
      ? `${day.format(date)}, ${minute.format(date)}`
      : minute.format(date)
  })
}

const MINUTE = 60
const HOUR = 60 * MINUTE
const MONTH = 30 * DAY
const steps = [
  1,
  5,
  10,
  15,
  30,
  ...[1, 5, 10, 15, 30].map((count) => count * MINUTE),
  ...[1, 2, 3, 6, 12].map((count) => count * HOUR),
  ...[1, 2, 3, 7, 14].map((count) => count * DAY),
  ...[1, 2, 3, 6, 12, 24, 60].map((count) => count * MONTH),
]

/** The distances that ticks may have: never less than a bucket, so that each tick is at one. */
export function tickSteps(seconds: number[]): number[] {
  const gaps = seconds.slice(1).map((second, index) => second - (seconds[index] ?? second))
  const bucket = Math.min(...gaps.filter((gap) => gap > 0))
  // Months differ in length: thirty days stand for all of them.
  const allowed = steps.filter((step) => !Number.isFinite(bucket) || step >= bucket * 0.9)
  return allowed.length > 0 ? allowed : steps.slice(-1)
}
