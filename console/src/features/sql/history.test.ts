import { expect, it } from 'vitest'
import { withQuery } from './history'

it('puts a query that is run again on top, once', () => {
  expect(withQuery(['b', 'a'], ' a ')).toEqual(['a', 'b'])
})

it('does not grow without end', () => {
  const many = Array.from({ length: 80 }, (_, index) => String(index))
  expect(withQuery(many, 'new')).toHaveLength(50)
})
