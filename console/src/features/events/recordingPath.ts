import type { Recording } from '@/api/recordings'
import { parseInstant } from '@/format/times'

/** A few seconds before something happened show what led to it. */
const LEAD = 5

/** The page of a recording, at the second a moment is at. */
export function recordingPath(
  recording: Pick<Recording, 'id' | 'start_time' | 'end_time'>,
  moment?: string,
): string {
  const page = `replay/${encodeURIComponent(recording.id)}`
  const [start, end, at] = [recording.start_time, recording.end_time, moment].map(parseInstant)
  if (!start || !end || !at) return page
  const last = (end.getTime() - start.getTime()) / 1000
  const second = Math.min((at.getTime() - start.getTime()) / 1000, last) - LEAD
  return second >= 1 ? `${page}?t=${Math.floor(second)}` : page
}
