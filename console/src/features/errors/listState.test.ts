import { describe, expect, it } from 'vitest'
import {
  fromParameters,
  isNarrowed,
  orderedBy,
  PAGE,
  toAsked,
  toParameters,
  usualList,
  type ListState,
} from './listState'

const unusual: ListState = {
  status: 'all',
  search: 'total & co',
  mine: true,
  order: 'users',
  ascending: true,
  range: { from: '2026-01-01', to: '2026-01-31' },
  page: 2,
}

describe('the address of the list', () => {
  it('holds all that the list shows', () => {
    expect(fromParameters(toParameters(unusual))).toEqual(unusual)
  })

  it('is short for the usual list', () => {
    expect(toParameters(usualList).toString()).toBe('')
    expect(fromParameters(new URLSearchParams())).toEqual(usualList)
  })

  it('is read as far as it is understood', () => {
    const parameters = new URLSearchParams('status=open&order=name&page=-1')
    expect(fromParameters(parameters)).toEqual(usualList)
  })
})

describe('what the list asks', () => {
  it('has the names of the query', () => {
    expect(toAsked(unusual, 'u1')).toEqual({
      dateRange: { date_from: '2026-01-01', date_to: '2026-01-31' },
      status: 'all',
      assignee: { id: 'u1', type: 'user' },
      searchQuery: 'total & co',
      orderBy: 'users',
      orderDirection: 'ASC',
      volumeResolution: 20,
      limit: PAGE,
      offset: 2 * PAGE,
    })
  })

  it('has no search and no assignee when none is wanted', () => {
    const asked = toAsked({ ...usualList, search: '  ' }, 'u1')
    expect(asked).not.toHaveProperty('searchQuery')
    expect(asked).not.toHaveProperty('assignee')
    expect(asked.orderDirection).toBe('DESC')
  })
})

it('turns the order round on a second click, and begins on the first page', () => {
  const once = orderedBy({ ...usualList, page: 3 }, 'users')
  expect(once).toMatchObject({ order: 'users', ascending: false, page: 0 })
  expect(orderedBy(once, 'users').ascending).toBe(true)
  expect(orderedBy(orderedBy(once, 'users'), 'sessions').ascending).toBe(false)
})

it('is narrowed by a search, an assignee or a status, and not by its time', () => {
  expect(isNarrowed(usualList)).toBe(false)
  expect(isNarrowed({ ...usualList, range: { from: 'all', to: null } })).toBe(false)
  expect(isNarrowed({ ...usualList, status: 'resolved' })).toBe(true)
  expect(isNarrowed({ ...usualList, search: 'x' })).toBe(true)
  expect(isNarrowed({ ...usualList, search: ' ' })).toBe(false)
})
