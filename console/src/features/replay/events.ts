import type { Recording } from '@/api/recordings'
import { instant, literal } from '@/hogql/write'

const AROUND = 60_000

/** The events of a recorded session, which is found faster when its time is named. */
export function sessionEventsQuery(recording: Recording): string {
  const from = new Date(Date.parse(recording.start_time) - AROUND)
  const to = new Date(Date.parse(recording.end_time) + AROUND)
  return `SELECT uuid, event, timestamp, distinct_id, person_id, properties FROM events
WHERE $session_id = ${literal(recording.id)}
  AND timestamp >= ${instant(from)} AND timestamp <= ${instant(to)}
ORDER BY timestamp LIMIT 2000`
}
