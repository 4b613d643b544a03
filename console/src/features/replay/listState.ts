import { literal } from '@/hogql/write'

export const orders = [
  { value: 'start_time', label: 'Latest' },
  { value: 'activity_score', label: 'Activity' },
  { value: 'duration', label: 'Longest' },
  { value: 'click_count', label: 'Most clicks' },
  { value: 'console_error_count', label: 'Most errors' },
] as const
export type Order = (typeof orders)[number]['value']

export const spans = [
  { value: '-24h', label: 'Last 24 hours', days: 1 },
  { value: '-3d', label: 'Last 3 days', days: 3 },
  { value: '-7d', label: 'Last 7 days', days: 7 },
  { value: '-14d', label: 'Last 14 days', days: 14 },
  { value: '-30d', label: 'Last 30 days', days: 30 },
] as const
export type Span = (typeof spans)[number]['value']

export const lengths = [
  { value: 0, label: 'Any length' },
  { value: 5, label: 'Active for 5 s' },
  { value: 30, label: 'Active for 30 s' },
  { value: 60, label: 'Active for 1 min' },
  { value: 300, label: 'Active for 5 min' },
] as const

/** Which recordings a list shows. */
export interface ListState {
  span: Span
  order: Order
  /** A part of a distinct id. */
  who: string
  /** The id of a person. */
  person: string
  /** An event of the session. */
  event: string
  /** A part of the address of a page. */
  page: string
  activeSeconds: number
  errors: boolean
  unwatched: boolean
  ongoing: boolean
}

export const everything: ListState = {
  span: '-7d',
  order: 'start_time',
  who: '',
  person: '',
  event: '',
  page: '',
  activeSeconds: 0,
  errors: false,
  unwatched: false,
  ongoing: false,
}

/** Whether fewer recordings are shown than there are in the span. */
export const isFiltered = (state: ListState): boolean =>
  state.who.trim() !== '' ||
  state.person !== '' ||
  state.event !== '' ||
  state.page.trim() !== '' ||
  state.activeSeconds > 0 ||
  state.errors ||
  state.unwatched ||
  state.ongoing

/** The list as parameters of the page's address; what is usual is left out. */
export function toParameters(state: ListState): URLSearchParams {
  const parameters = new URLSearchParams()
  for (const [name, value] of Object.entries(state)) {
    const usual = everything[name as keyof ListState]
    if (value !== usual) parameters.set(name, value === true ? '1' : String(value))
  }
  return parameters
}

/** Reads what it understands: an old address still shows a list. */
export function fromParameters(parameters: URLSearchParams): ListState {
  const text = (name: string) => parameters.get(name) ?? ''
  const flag = (name: string) => parameters.get(name) === '1'
  return {
    span: spans.find((one) => one.value === text('span'))?.value ?? everything.span,
    order: orders.find((one) => one.value === text('order'))?.value ?? everything.order,
    who: text('who'),
    person: text('person'),
    event: text('event'),
    page: text('page'),
    activeSeconds: Math.max(0, Number(text('activeSeconds')) || 0),
    errors: flag('errors'),
    unwatched: flag('unwatched'),
    ongoing: flag('ongoing'),
  }
}

export const PAGE = 50

interface Condition {
  key: string
  type: 'recording'
  operator: string
  value: unknown
}

/** As many sessions as an address can name. */
const MOST_SESSIONS = 100

/** The recorded sessions with the event, those that had it last first. */
export function sessionsQuery({ event, span }: ListState): string {
  const days = spans.find((one) => one.value === span)?.days ?? 7
  return `SELECT r.session_id, max(e.timestamp) AS latest
FROM session_replay_events r JOIN events e ON e.$session_id = r.session_id
WHERE e.event = ${literal(event)}
  AND e.timestamp > now() - INTERVAL ${days + 1} DAY
  AND r.received_at > now() - INTERVAL ${days + 2} DAY
GROUP BY r.session_id ORDER BY latest DESC LIMIT ${MOST_SESSIONS}`
}

/**
 * What to ask the API for.
 *
 * @param sessions the only ones that come into question; null for all
 */
export function toQuery(
  state: ListState,
  page: number,
  sessions: string[] | null = null,
): URLSearchParams {
  const conditions: Condition[] = []
  const add = (key: string, operator: string, value: unknown) =>
    conditions.push({ key, type: 'recording', operator, value })
  if (state.who.trim()) add('distinct_id', 'icontains', state.who.trim())
  if (state.page.trim()) add('visited_page', 'icontains', state.page.trim())
  if (state.activeSeconds > 0) add('active_seconds', 'gte', state.activeSeconds)
  if (state.errors) add('console_error_count', 'gt', 0)
  if (state.ongoing) add('ongoing', 'exact', true)
  const query = new URLSearchParams({
    date_from: state.span,
    order: state.order,
    limit: String(PAGE),
    offset: String(page * PAGE),
  })
  if (conditions.length > 0) query.set('having_predicates', JSON.stringify(conditions))
  if (state.person) query.set('person_uuid', state.person)
  if (sessions) query.set('session_ids', JSON.stringify(sessions))
  if (state.unwatched) query.set('hide_viewed_recordings', 'current-user')
  return query
}
