import { describe, expect, it } from 'vitest'
import {
  everything,
  fromParameters,
  isFiltered,
  sessionsQuery,
  toParameters,
  toQuery,
  type ListState,
} from './listState'

const some: ListState = {
  ...everything,
  span: '-30d',
  order: 'duration',
  who: 'ann@shop.test',
  page: '/cart',
  event: "it's bought",
  activeSeconds: 30,
  errors: true,
  unwatched: true,
}

describe('a list of recordings', () => {
  it('comes back from its address as it was', () => {
    expect(fromParameters(toParameters(some))).toEqual(some)
    expect(toParameters(everything).toString()).toBe('')
    expect(fromParameters(new URLSearchParams('span=-9y&activeSeconds=long'))).toEqual(everything)
  })

  it('is filtered when something is left out', () => {
    expect(isFiltered(everything)).toBe(false)
    expect(isFiltered({ ...everything, span: '-24h', order: 'duration' })).toBe(false)
    expect(isFiltered({ ...everything, page: '/' })).toBe(true)
  })

  it('asks for what it shows', () => {
    const query = toQuery(some, 2)
    expect(query.get('offset')).toBe('100')
    expect(query.get('hide_viewed_recordings')).toBe('current-user')
    expect(JSON.parse(query.get('having_predicates') ?? '')).toEqual([
      { key: 'distinct_id', type: 'recording', operator: 'icontains', value: 'ann@shop.test' },
      { key: 'visited_page', type: 'recording', operator: 'icontains', value: '/cart' },
      { key: 'active_seconds', type: 'recording', operator: 'gte', value: 30 },
      { key: 'console_error_count', type: 'recording', operator: 'gt', value: 0 },
    ])
    expect(toQuery(everything, 0).has('having_predicates')).toBe(false)
    expect(toQuery(some, 0, ['s-1']).get('session_ids')).toBe('["s-1"]')
  })

  it('asks SQL which sessions had an event', () => {
    expect(sessionsQuery(some)).toContain("e.event = 'it\\'s bought'")
    expect(sessionsQuery(some)).toContain('INTERVAL 31 DAY')
  })
})
