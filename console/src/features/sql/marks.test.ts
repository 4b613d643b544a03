import { expect, it } from 'vitest'
import { ApiError } from '@/api/errors'
import { markOf, marksOf } from './marks'

it('marks what a check found, inside the text', () => {
  const metadata = {
    errors: [{ message: 'no such table', start: 14, end: 20 }],
    warnings: [{ message: 'slow', start: 19, end: 40 }],
  }
  expect(marksOf(metadata, 20)).toEqual([
    { from: 14, to: 20, message: 'no such table', severity: 'error' },
    { from: 19, to: 20, message: 'slow', severity: 'warning' },
  ])
})

it('marks nothing without a place', () => {
  expect(marksOf({ errors: [{ message: 'somewhere' }] }, 20)).toEqual([])
  expect(marksOf(undefined, 20)).toEqual([])
  expect(markOf(new Error('offline'), 20)).toEqual([])
})

it('marks where a run failed', () => {
  const error = new ApiError(400, 'syntax', 'No such word.', 'query', { start: 0, end: 5 })
  expect(markOf(error, 20)).toEqual([
    { from: 0, to: 5, message: 'No such word.', severity: 'error' },
  ])
})
