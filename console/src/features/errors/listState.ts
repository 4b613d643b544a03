import { orders, statuses, type IssuesAsked, type Order, type Status } from '@/api/issues'
import type { DateRange } from '@/features/trends/model'

/** What the list of issues shows: it is what the address of the page holds. */
export interface ListState {
  status: Status | 'all'
  search: string
  /** Only those assigned to who is looking. */
  mine: boolean
  order: Order
  ascending: boolean
  range: DateRange
  page: number
}

export const usualList: ListState = {
  status: 'active',
  search: '',
  mine: false,
  order: 'last_seen',
  ascending: false,
  range: { from: '-7d', to: null },
  page: 0,
}

export const PAGE = 50
const BUCKETS = 20

export function fromParameters(parameters: URLSearchParams): ListState {
  const status = [...statuses, 'all' as const].find((one) => one === parameters.get('status'))
  const page = Number(parameters.get('page'))
  return {
    status: status ?? usualList.status,
    search: parameters.get('search') ?? '',
    mine: parameters.get('mine') === '1',
    order: orders.find((one) => one === parameters.get('order')) ?? usualList.order,
    ascending: parameters.get('ascending') === '1',
    range: { from: parameters.get('from') ?? usualList.range.from, to: parameters.get('to') },
    page: Number.isInteger(page) && page > 0 ? page : 0,
  }
}

/** What is as usual is left out, so that addresses stay short. */
export function toParameters(state: ListState): URLSearchParams {
  const parameters = new URLSearchParams()
  if (state.status !== usualList.status) parameters.set('status', state.status)
  if (state.search) parameters.set('search', state.search)
  if (state.mine) parameters.set('mine', '1')
  if (state.order !== usualList.order) parameters.set('order', state.order)
  if (state.ascending) parameters.set('ascending', '1')
  if (state.range.from !== usualList.range.from) parameters.set('from', state.range.from)
  if (state.range.to !== null) parameters.set('to', state.range.to)
  if (state.page > 0) parameters.set('page', String(state.page))
  return parameters
}

/** Whether the list leaves out issues for another reason than its usual status and time. */
export const isNarrowed = (state: ListState): boolean =>
  state.search.trim() !== '' || state.mine || state.status !== usualList.status

export const toAsked = (state: ListState, me: string | undefined): IssuesAsked => ({
  dateRange: { date_from: state.range.from, date_to: state.range.to },
  status: state.status,
  ...(state.mine && me !== undefined && { assignee: { id: me, type: 'user' as const } }),
  ...(state.search.trim() && { searchQuery: state.search.trim() }),
  orderBy: state.order,
  orderDirection: state.ascending ? 'ASC' : 'DESC',
  volumeResolution: BUCKETS,
  limit: PAGE,
  offset: state.page * PAGE,
})

/** A click on the column that orders turns the order round; on another it begins with the most. */
export const orderedBy = (state: ListState, order: Order): ListState => ({
  ...state,
  order,
  ascending: state.order === order && !state.ascending,
  page: 0,
})
