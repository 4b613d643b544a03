import { placeOf, subjectOf, type EventRow } from '@/features/events/event'
import { eventLabel } from '@/features/taxonomy/labels'
import { parseInstant } from '@/format/times'
import { text } from '@/hogql/rows'
import { kinds, type Snapshot, type Track } from './snapshots'

export type ItemKind = 'event' | 'console' | 'network' | 'browser'
export type Tone = 'plain' | 'page' | 'warn' | 'bad'

/** Something that happened during a recording. */
export interface Item {
  id: string
  kind: ItemKind
  /** When, in milliseconds since 1970. */
  at: number
  title: string
  /** A quieter second text. */
  note: string
  tone: Tone
  /** All that is known of it. */
  detail: Record<string, unknown>
  /** How long it took, where it took time. */
  duration?: number
}

/** What the windows' recorders saw besides the page, in the order of time. */
export const trackItems = (tracks: Track[]): Item[] =>
  tracks
    .flatMap(({ windowId, events }) =>
      events.flatMap((event, index) => snapshotItems(event, `${windowId}-${index}`)),
    )
    .sort((a, b) => a.at - b.at)

/** The events that the session's SDKs sent, in the order of time. */
export function eventItems(events: EventRow[]): Item[] {
  return events
    .map((event) => ({
      id: event.uuid,
      kind: 'event' as const,
      at: parseInstant(event.timestamp)?.getTime() ?? 0,
      title: eventLabel(event.event),
      note: subjectOf(event.event, event.properties) || placeOf(event.properties),
      tone: toneOf(event.event),
      detail: event.properties,
    }))
    .sort((a, b) => a.at - b.at)
}

function toneOf(event: string): Tone {
  if (event === '$exception') return 'bad'
  if (event === '$rageclick' || event === '$dead_click') return 'warn'
  return event === '$pageview' || event === '$screen' ? 'page' : 'plain'
}

function snapshotItems(event: Snapshot, id: string): Item[] {
  if (event.type === kinds.plugin) {
    const payload = record(event.data['payload'])
    if (event.data['plugin'] === 'rrweb/console@1') return [consoleItem(event, id, payload)]
    if (event.data['plugin'] === 'rrweb/network@1') return networkItems(event, id, payload)
  }
  if (event.type === kinds.custom) return browserItems(event, id)
  return []
}

function consoleItem(event: Snapshot, id: string, payload: Record<string, unknown>): Item {
  const level = text(payload['level'])
  const parts = Array.isArray(payload['payload']) ? payload['payload'].map(unquoted) : []
  const bad = level === 'error' || level === 'assert'
  return {
    id,
    kind: 'console',
    at: event.timestamp,
    title: parts.join(' '),
    note: level,
    tone: bad ? 'bad' : level === 'warn' || level === 'warning' ? 'warn' : 'plain',
    detail: payload,
  }
}

/** The recorder writes every argument as JSON. */
function unquoted(part: unknown): string {
  if (typeof part !== 'string') return text(part)
  try {
    return text(JSON.parse(part))
  } catch {
    return part
  }
}

function networkItems(event: Snapshot, id: string, payload: Record<string, unknown>): Item[] {
  const requests = Array.isArray(payload['requests']) ? payload['requests'].map(record) : []
  return requests
    .filter((request) => ['navigation', 'resource'].includes(text(request['entryType'])))
    .map((request, index) => {
      const status = Number(request['status'] ?? request['responseStatus'] ?? 0)
      const duration = Number(request['duration'] ?? 0)
      return {
        id: `${id}-${index}`,
        kind: 'network',
        at: Number(request['timestamp'] ?? event.timestamp),
        title: shortAddress(text(request['name'])),
        note: [text(request['method']), status > 0 ? String(status) : ''].filter(Boolean).join(' '),
        tone: status >= 500 ? 'bad' : status >= 400 ? 'warn' : 'plain',
        detail: request,
        ...(duration > 0 && { duration }),
      }
    })
}

const browser: Record<string, [string, Tone]> = {
  'window hidden': ['The window was left', 'plain'],
  'window visible': ['The window was looked at again', 'plain'],
  'browser offline': ['The browser went offline', 'warn'],
  'browser online': ['The browser was online again', 'plain'],
  sessionIdle: ['Nobody was there', 'plain'],
  sessionNoLongerIdle: ['Somebody came back', 'plain'],
  'recording paused': ['Recording paused', 'plain'],
  'recording resumed': ['Recording went on', 'plain'],
}

function browserItems(event: Snapshot, id: string): Item[] {
  const known = browser[text(event.data['tag'])]
  if (!known) return []
  return [
    {
      id,
      kind: 'browser',
      at: event.timestamp,
      title: known[0],
      note: '',
      tone: known[1],
      detail: record(event.data['payload']),
    },
  ]
}

export function shortAddress(address: string): string {
  try {
    const { host, pathname, search } = new URL(address)
    return pathname === '/' ? host : `${pathname}${search}`
  } catch {
    return address
  }
}

function record(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
}

/** The last item that has happened at a time; -1 before the first. */
export const itemAt = (items: Item[], time: number): number =>
  items.findLastIndex((item) => item.at <= time)

/** The pages of each window, as far as the recorder names them. */
export function pagesOf(tracks: Track[]): { windowId: string; at: number; href: string }[] {
  return tracks
    .flatMap(({ windowId, events }) =>
      events.flatMap((event) => {
        const href = hrefOf(event)
        return href ? [{ windowId, at: event.timestamp, href }] : []
      }),
    )
    .sort((a, b) => a.at - b.at)
}

function hrefOf(event: Snapshot): string {
  if (event.type === kinds.meta) return text(event.data['href'])
  return event.type === kinds.custom ? text(record(event.data['payload'])['href']) : ''
}
