import { expect, it } from 'vitest'
import { tickLabels, tickSteps } from './ticks'

const at = (...times: string[]) => tickLabels(times.map((time) => Date.parse(time) / 1000))

it('names hours within a day, and the day where it begins', () => {
  expect(at('2026-03-01T18:00:00Z', '2026-03-01T21:00:00Z', '2026-03-02T00:00:00Z')).toEqual([
    '1 Mar, 18:00',
    '21:00',
    '2 Mar',
  ])
})

it('names days', () => {
  expect(at('2026-03-01T00:00:00Z', '2026-03-03T00:00:00Z')).toEqual(['1 Mar', '3 Mar'])
})

it('names months', () => {
  expect(at('2026-02-01T00:00:00Z', '2026-03-01T00:00:00Z')).toEqual(['Feb 2026', 'Mar 2026'])
})

it('names a single tick by its day', () => {
  expect(at('2026-03-01T00:00:00Z')).toEqual(['1 Mar'])
})

it('are never closer than buckets', () => {
  const day = 86_400
  expect(tickSteps([0, day, 2 * day])[0]).toBe(day)
  expect(tickSteps([0, 28 * day, 59 * day])[0]).toBe(30 * day)
  expect(tickSteps([0, 3600])[0]).toBe(3600)
})

it('have a distance even when there is a single bucket', () => {
  expect(tickSteps([0])[0]).toBe(1)
  expect(tickSteps([]).length).toBeGreaterThan(1)
})
