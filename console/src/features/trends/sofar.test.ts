import { describe, expect, it } from 'vitest'
import type { Result } from './result'
import { soFar } from './sofar'

const hours = ['2026-03-01 10:00:00', '2026-03-01 11:00:00', '2026-03-01 12:00:00']
const axis = { kind: 'time' as const, seconds: [1, 2, 3], labels: ['10', '11', '12'] }
const result = (values: number[], days: string[], former = false): Result => ({
  id: String(former),
  label: '',
  color: 0,
  values,
  former,
  order: 0,
  breakdown: null,
  days,
  total: 0,
  adds: true,
  before: null,
})

describe('a trend at a moment', () => {
  it('ends with the bucket that is not over', () => {
    const now = soFar([result([5, 2, 0], hours)], axis, 'hour', '2026-03-01 11:30:00')
    expect(now.results[0]?.values).toEqual([5, 2])
    expect(now.axis.labels).toEqual(['10', '11'])
    expect(now.open).toBe(1)
  })

  it('keeps the period before to its end', () => {
    const before = result([7, 8, 9], ['a', 'b', 'c'], true)
    const now = soFar([result([5, 2, 0], hours), before], axis, 'hour', '2026-03-01 11:30:00')
    expect(now.results.map((one) => one.values)).toEqual([
      [5, 2, null],
      [7, 8, 9],
    ])
    expect(now.axis.labels).toHaveLength(3)
    expect(now.open).toBe(1)
  })

  it('is whole when its range is over', () => {
    const now = soFar([result([5, 2, 0], hours)], axis, 'hour', '2026-03-02 09:00:00')
    expect(now.results[0]?.values).toEqual([5, 2, 0])
    expect(now.open).toBeNull()
  })

  it('counts days in the project’s zone', () => {
    const days = ['2026-02-28', '2026-03-01']
    const by = (wall: string) => soFar([result([1, 2], days)], axis, 'day', wall)
    expect(by('2026-03-01 00:00:00').open).toBe(1)
    expect(by('2026-02-28 23:59:59').results[0]?.values).toEqual([1])
  })
})
