import type { EventRow } from '@/features/events/event'
import { parseInstant } from '@/format/times'
import { instant, literal } from '@/hogql/write'

export interface LiveFilter {
  event: string | null
  distinctId: string
}

export const KEPT = 300
/** Devices send late: every look goes back this far behind the newest event it knows. */
const OVERLAP = 10 * 60_000

/** What to ask for, knowing the events that are shown already. */
export function liveConditions(filter: LiveFilter, known: EventRow[]): string[] {
  const newest = parseInstant(known[0]?.timestamp)
  return [
    newest
      ? `timestamp > ${instant(new Date(newest.getTime() - OVERLAP))}`
      : 'timestamp > now() - INTERVAL 1 DAY',
    ...(filter.event === null ? [] : [`event = ${literal(filter.event)}`]),
    ...(filter.distinctId.trim() ? [`distinct_id = ${literal(filter.distinctId.trim())}`] : []),
  ]
}

/** The shown events and the found ones, each once, the newest first. */
export function mergeEvents(shown: EventRow[], found: EventRow[]): EventRow[] {
  const byId = new Map([...shown, ...found].map((event) => [event.uuid, event]))
  const time = (event: EventRow) => parseInstant(event.timestamp)?.getTime() ?? 0
  return [...byId.values()].sort((a, b) => time(b) - time(a)).slice(0, KEPT)
}
