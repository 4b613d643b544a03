import type { DateRange } from '@/features/trends/model'
import { usualList } from './listState'

/** An occurrence, with the time it is found at. */
export interface Occurred {
  uuid: string
  at: string
}

/** What an issue's page shows: it is what the address holds. */
export interface IssueState {
  range: DateRange
  /** The occurrence that is open; the latest when none was chosen. */
  event: Occurred | null
}

export function fromParameters(parameters: URLSearchParams): IssueState {
  const uuid = parameters.get('event')
  const at = parameters.get('at')
  return {
    range: { from: parameters.get('from') ?? usualList.range.from, to: parameters.get('to') },
    event: uuid && at ? { uuid, at } : null,
  }
}

export function toParameters({ range, event }: IssueState): URLSearchParams {
  const parameters = new URLSearchParams()
  if (range.from !== usualList.range.from) parameters.set('from', range.from)
  if (range.to !== null) parameters.set('to', range.to)
  if (event) {
    parameters.set('event', event.uuid)
    parameters.set('at', event.at)
  }
  return parameters
}

/** The page of an issue, inside the project. */
export function issuePath(issue: string, state: Partial<IssueState> = {}): string {
  const parameters = toParameters({ range: usualList.range, event: null, ...state }).toString()
  return `errors/${encodeURIComponent(issue)}${parameters && `?${parameters}`}`
}
