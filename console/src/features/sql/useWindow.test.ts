import { expect, it } from 'vitest'
import { visibleRows } from './useWindow'

it('shows the rows in sight and a few around them', () => {
  expect(visibleRows(10_000, 30, 3000, 600)).toEqual({ first: 88, last: 132 })
})

it('shows all of a short result', () => {
  expect(visibleRows(3, 30, 0, 600)).toEqual({ first: 0, last: 3 })
  expect(visibleRows(0, 30, 0, 600)).toEqual({ first: 0, last: 0 })
})

it('stays inside when a result became shorter than it was scrolled', () => {
  const { first, last } = visibleRows(5, 30, 90_000, 600)
  expect(first).toBeLessThanOrEqual(last)
  expect(last).toBeLessThanOrEqual(5)
})
