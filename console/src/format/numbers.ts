const whole = new Intl.NumberFormat('en', { maximumFractionDigits: 2 })
const short = new Intl.NumberFormat('en', { notation: 'compact', maximumFractionDigits: 1 })

/** `1,234.5`: all digits that matter. */
export const formatNumber = (value: number): string => whole.format(value)

/** `12.3K`: for axes and small places. */
export const formatShort = (value: number): string =>
  Math.abs(value) < 10_000 ? whole.format(value) : short.format(value)

const units = ['B', 'kB', 'MB', 'GB', 'TB', 'PB']

/** `3.4 MB`, in steps of 1000. */
export function formatBytes(bytes: number): string {
  let value = bytes
  let unit = 0
  while (value >= 999.5 && unit < units.length - 1) {
    value /= 1000
    unit++
  }
  return `${value >= 100 || unit === 0 ? Math.round(value) : value.toFixed(1)} ${units[unit]}`
}

/** `340 ms`, `2.1 s`, `1 min 5 s`. */
export function formatMilliseconds(milliseconds: number): string {
  if (milliseconds < 1000) return `${Math.round(milliseconds)} ms`
  const seconds = milliseconds / 1000
  if (seconds < 59.95) return `${seconds.toFixed(1)} s`
  return `${Math.floor(seconds / 60)} min ${Math.round(seconds % 60)} s`
}

/** `$0.000012`: small prices keep two digits that say something. */
export function formatDollars(dollars: number): string {
  if (dollars === 0 || dollars >= 0.01) return `$${dollars.toFixed(2)}`
  return `$${dollars.toPrecision(2).replace(/e.*/, '')}`
}

/** `+12.5 %`; nothing to say when there was nothing before. */
export function formatChange(current: number, previous: number): string | null {
  if (previous === 0) return null
  const percent = ((current - previous) / Math.abs(previous)) * 100
  const sign = percent > 0 ? '+' : percent < 0 ? '−' : ''
  return `${sign}${Math.abs(percent).toFixed(Math.abs(percent) < 10 ? 1 : 0)} %`
}

/** `1 event`, `3 events`. */
export const plural = (count: number, one: string, many = `${one}s`): string =>
  `${formatShort(count)} ${count === 1 ? one : many}`
