import { gunzipSync, strFromU8 } from 'fflate'

/** An rrweb event. */
export interface Snapshot {
  type: number
  timestamp: number
  data: Record<string, unknown>
  /** What is compressed inside, by the date of the format. */
  cv?: string
}

export const kinds = { full: 2, incremental: 3, meta: 4, custom: 5, plugin: 6 } as const
export const sources = { mutation: 0, resize: 4, styleSheet: 8 } as const

/** The events of one browser window, in the order of their time. */
export interface Track {
  windowId: string
  events: Snapshot[]
}

/** The windows of a recording, in the order in which they appear. */
export function tracksOf(lines: string[]): Track[] {
  const tracks = new Map<string, Snapshot[]>()
  for (const line of new Set(lines)) {
    const parsed = parse(line)
    if (!parsed) continue
    const events = tracks.get(parsed.windowId)
    if (events) events.push(parsed.event)
    else tracks.set(parsed.windowId, [parsed.event])
  }
  return [...tracks]
    .map(([windowId, events]) => ({
      windowId,
      events: withSize(events.sort((a, b) => a.timestamp - b.timestamp)),
    }))
    .sort((a, b) => (a.events[0]?.timestamp ?? 0) - (b.events[0]?.timestamp ?? 0))
}

/** Whether there is a picture to show at all. */
export const isPlayable = (track: Track): boolean =>
  track.events.length > 1 && track.events.some((event) => event.type === kinds.full)

function parse(line: string): { windowId: string; event: Snapshot } | null {
  try {
    const [windowId, event] = JSON.parse(line) as [string, Snapshot]
    return { windowId, event: inflate(event) }
  } catch {
    // One broken line must not cost the recording.
    return null
  }
}

/** posthog-js zips parts of large events on their own and marks them with the format's date. */
export function inflate(event: Snapshot): Snapshot {
  if (event.cv !== '2024-10') return event
  const { cv: _, ...rest } = event
  if (event.type === kinds.full) return { ...rest, data: unzipped(event.data) as Snapshot['data'] }
  const parts = Object.entries(event.data).map(([name, value]) => [
    name,
    typeof value === 'string' && isZip(value) ? unzipped(value) : value,
  ])
  return { ...rest, data: Object.fromEntries(parts) as Snapshot['data'] }
}

const isZip = (text: string): boolean => text.startsWith('\x1f\x8b')

function unzipped(value: unknown): unknown {
  if (typeof value !== 'string') return value
  const bytes = Uint8Array.from(value, (character) => character.charCodeAt(0))
  return JSON.parse(strFromU8(gunzipSync(bytes)))
}

/** A player needs to know how large the page was before it can show it. */
function withSize(events: Snapshot[]): Snapshot[] {
  const picture = events.findIndex((event) => event.type === kinds.full)
  const known = events.slice(0, picture + 1).some((event) => event.type === kinds.meta)
  const first = events[picture]
  if (!first || known) return events
  const meta = events.find((event) => event.type === kinds.meta)
  const data = meta?.data ?? { href: '', width: 1280, height: 800 }
  return events.toSpliced(picture, 0, { type: kinds.meta, timestamp: first.timestamp, data })
}
