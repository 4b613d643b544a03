/** The zone of this browser, as IANA names it. */
export const browserTimezone = Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC'

/** All zones this browser knows, with UTC, which some leave out. */
export function timezones(): string[] {
  const known = Intl.supportedValuesOf('timeZone')
  return known.includes('UTC') ? known : ['UTC', ...known]
}
