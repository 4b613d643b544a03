import type { TableResult } from '@/api/query'
import { jsonObject, text } from '@/hogql/rows'
import { literal } from '@/hogql/write'

/** The newest event of those names, to test with. */
export const newestQuery = (names: readonly string[]): string =>
  `SELECT event, distinct_id, properties, person_id FROM events
WHERE event IN (${names.map(literal).join(', ')}) AND timestamp > now() - INTERVAL 30 DAY
ORDER BY timestamp DESC LIMIT 1`

export const personQuery = (id: string): string =>
  `SELECT properties FROM persons WHERE id = ${literal(id)} LIMIT 1`

export interface Sample {
  event: string
  distinct_id: string
  properties: Record<string, unknown>
  person: { id?: string; properties: Record<string, unknown> }
}

/** An event to test with: a real one where there is one. */
export function sampleOf(
  event: string,
  newest: TableResult | undefined,
  person: TableResult | undefined,
): Sample {
  const [name, distinctId, properties, id] = newest?.results[0] ?? []
  const own = Object.entries(jsonObject(properties)).filter(([key]) => !key.startsWith('$'))
  return {
    event: text(name) || event,
    distinct_id: text(distinctId) || 'test',
    properties: Object.fromEntries(own),
    person: {
      ...(id !== undefined && { id: text(id) }),
      properties: jsonObject(person?.results[0]?.[0]),
    },
  }
}

/** The event that was written; null when it is not one. */
export function readSample(written: string): Record<string, unknown> | null {
  try {
    const read: unknown = JSON.parse(written)
    return typeof read === 'object' && read !== null && !Array.isArray(read)
      ? (read as Record<string, unknown>)
      : null
  } catch {
    return null
  }
}
