/** An instant as the API writes it; a text without a zone is UTC. */
export function parseInstant(value: unknown): Date | null {
  if (typeof value === 'number') return new Date(value)
  if (typeof value !== 'string' || value === '') return null
  const iso = value.trim().replace(' ', 'T')
  const zoned = /(Z|[+-]\d{2}:?\d{2})$/.test(iso) ? iso : `${iso}${iso.includes('T') ? 'Z' : ''}`
  const date = new Date(zoned)
  return Number.isNaN(date.getTime()) ? null : date
}

const formats = new Map<string, Intl.DateTimeFormat>()

function formatIn(timezone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = timezone + JSON.stringify(options)
  const known = formats.get(key)
  if (known) return known
  const made = new Intl.DateTimeFormat('en-GB', { timeZone: timezone, ...options })
  formats.set(key, made)
  return made
}

/** `14:03:27`, with the day before it when that is not today. */
export function formatMoment(date: Date, timezone: string, now: Date): string {
  const day = formatIn(timezone, { day: 'numeric', month: 'short' })
  const time = formatIn(timezone, { timeStyle: 'medium' }).format(date)
  return day.format(date) === day.format(now) ? time : `${day.format(date)}, ${time}`
}

/** `3 Aug 2026, 14:03:27`. */
export const formatInstant = (date: Date, timezone: string): string =>
  formatIn(timezone, { dateStyle: 'medium', timeStyle: 'medium' }).format(date)

const steps: [number, Intl.RelativeTimeFormatUnit][] = [
  [60, 'second'],
  [60, 'minute'],
  [24, 'hour'],
  [30.4, 'day'],
  [12, 'month'],
  [Number.POSITIVE_INFINITY, 'year'],
]
const relative = new Intl.RelativeTimeFormat('en', { numeric: 'auto' })

/** `5 minutes ago`. */
export function formatAgo(date: Date, now: Date): string {
  let value = (date.getTime() - now.getTime()) / 1000
  for (const [size, unit] of steps) {
    if (Math.abs(value) < size) return relative.format(Math.round(value), unit)
    value /= size
  }
  return date.toISOString()
}
