import type { TableResult } from '@/api/query'
import { jsonObject, text } from '@/hogql/rows'

export interface EventRow {
  uuid: string
  event: string
  timestamp: string
  distinctId: string
  personId: string
  properties: Record<string, unknown>
}

const COLUMNS = 'uuid, event, timestamp, distinct_id, person_id, properties'

/** The newest events that meet the conditions. */
export const eventsQuery = (conditions: string[], limit: number) =>
  `SELECT ${COLUMNS} FROM events
WHERE ${conditions.join('\n  AND ')}
ORDER BY timestamp DESC LIMIT ${limit}`

export const eventRows = (result: TableResult): EventRow[] =>
  result.results.map((row) => ({
    uuid: text(row[0]),
    event: text(row[1]),
    timestamp: text(row[2]),
    distinctId: text(row[3]),
    personId: text(row[4]),
    properties: jsonObject(row[5]),
  }))

/** Where it happened: the page or the screen. */
export function placeOf(properties: Record<string, unknown>): string {
  const url = text(properties['$current_url'])
  if (url) return withoutOrigin(url)
  return text(properties['$pathname']) || text(properties['$screen_name'])
}

/** What an event says beyond its name: which element was clicked. */
export function subjectOf(event: string, properties: Record<string, unknown>): string {
  if (event === '$autocapture') {
    const label = text(properties['$el_text'])
    return `${text(properties['$event_type']) || 'click'}${label && ` on “${label}”`}`
  }
  if (event === '$exception') return exceptionOf(properties)
  return ''
}

function exceptionOf(properties: Record<string, unknown>): string {
  const list = properties['$exception_list']
  const first: unknown = Array.isArray(list) ? list[0] : undefined
  const { type, value } = jsonObject(first ?? {})
  return [text(type), text(value)].filter(Boolean).join(': ')
}

/** The path of an address, with what follows it. */
export function withoutOrigin(url: string): string {
  try {
    const { pathname, search, hash } = new URL(url)
    return pathname + search + hash
  } catch {
    return url
  }
}
