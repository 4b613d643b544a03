import { kinds, type Track } from './snapshots'

/** A stretch of a recording in which one window is shown, and somebody is there or not. */
export interface Segment {
  windowId: string
  start: number
  end: number
  active: boolean
}

const LONGEST_PAUSE = 5_000
/** Mouse, scrolling, resizing, typing, touching, playing media, dragging. */
const ACTIVE = new Set([1, 2, 3, 4, 5, 6, 7, 12])

interface Moment {
  windowId: string
  time: number
}

/** Divides a recording from its first event to its last, without gaps. */
export function segmentsOf(tracks: Track[]): Segment[] {
  const times = tracks.flatMap((track) => track.events.map((event) => event.timestamp))
  if (times.length === 0) return []
  const start = times.reduce((a, b) => Math.min(a, b))
  const end = times.reduce((a, b) => Math.max(a, b))
  return fill(stretches(activity(tracks)), start, end, pictures(tracks))
}

function activity(tracks: Track[]): Moment[] {
  return tracks
    .flatMap(({ windowId, events }) =>
      events
        .filter(
          (event) => event.type === kinds.incremental && ACTIVE.has(Number(event.data['source'])),
        )
        .map((event) => ({ windowId, time: event.timestamp })),
    )
    .sort((a, b) => a.time - b.time)
}

/** When each window shows its first picture. */
function pictures(tracks: Track[]): Moment[] {
  return tracks
    .flatMap(({ windowId, events }) => {
      const first = events.find((event) => event.type === kinds.full)
      return first ? [{ windowId, time: first.timestamp }] : []
    })
    .sort((a, b) => a.time - b.time)
}

function stretches(moments: Moment[]): Segment[] {
  const segments: Segment[] = []
  for (const { windowId, time } of moments) {
    const last = segments.at(-1)
    if (last && last.windowId === windowId && time - last.end <= LONGEST_PAUSE) last.end = time
    else segments.push({ windowId, start: time, end: time, active: true })
  }
  return segments
}

/** Between two stretches the window of the first stays; before all of them the next one's is shown. */
function fill(active: Segment[], start: number, end: number, shown: Moment[]): Segment[] {
  const filled: Segment[] = []
  const fallback = active[0]?.windowId ?? shown[0]?.windowId ?? ''
  let at = start
  let windowId = fallback
  for (const segment of active) {
    if (segment.start > at) filled.push({ windowId, start: at, end: segment.start, active: false })
    filled.push(segment)
    at = segment.end
    windowId = segment.windowId
  }
  if (end > at || filled.length === 0) filled.push({ windowId, start: at, end, active: false })
  return filled
}

/** The segment at a time; the last one at the end. */
export function segmentAt(segments: Segment[], time: number): number {
  const found = segments.findLastIndex((segment) => segment.start <= time)
  return Math.max(found, 0)
}
