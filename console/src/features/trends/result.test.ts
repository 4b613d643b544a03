import { describe, expect, it } from 'vitest'
import { newSeries, newTrend, type TrendsState } from './model'
import { axisOf, bucketLabel, breakdownLabel, NO_VALUE, OTHERS, readResults } from './result'

const days = ['2026-03-01', '2026-03-02']
const state = (change: Partial<TrendsState>): TrendsState => ({ ...newTrend, ...change })
const byBrowser = state({ breakdown: { type: 'event', property: '$browser' } })

describe('the answer to a trend', () => {
  it('names its series after the question', () => {
    const [first, second] = readResults(
      {
        results: [
          { action: { order: 0 }, data: [1, 2], days, count: 3 },
          { action: { order: 1 }, data: [3, 4], days, count: 7 },
        ],
      },
      state({ series: [newSeries('$pageview'), { ...newSeries('bought'), math: 'dau' }] }),
    )
    expect(first).toMatchObject({ label: 'Pageview', total: 3, adds: true, color: 0 })
    expect(second).toMatchObject({ label: 'bought: Persons', total: 7, adds: false, color: 1 })
  })

  it('names breakdown values, also the missing and the remaining ones', () => {
    const results = readResults(
      {
        results: ['Firefox', NO_VALUE, OTHERS, null].map((breakdown_value) => ({
          breakdown_value,
          data: [1],
          days: ['2026-03-01'],
        })),
      },
      byBrowser,
    )
    expect(results.map((result) => result.label)).toEqual([
      'Firefox',
      '(no value)',
      'All others',
      '(no value)',
    ])
    expect(results[0]?.breakdown).toBe('Firefox')
  })

  it('gives the period before the same colour and puts its total beside', () => {
    const results = readResults(
      {
        results: [
          { compare_label: 'current', breakdown_value: 'a', data: [5], days, count: 5 },
          { compare_label: 'current', breakdown_value: 'b', data: [2], days, count: 2 },
          { compare_label: 'previous', breakdown_value: 'a', data: [4], days, count: 4 },
        ],
      },
      { ...byBrowser, compare: true },
    )
    expect(results.map(({ color, former, before }) => [color, former, before])).toEqual([
      [0, false, 4],
      [1, false, 0],
      [0, true, null],
    ])
  })

  it('takes the value of the whole range where there is one', () => {
    const [result] = readResults({ results: [{ aggregated_value: 12, data: [] }] }, newTrend)
    expect(result?.total).toBe(12)
  })

  it('has its buckets as the clock on the wall', () => {
    expect(axisOf({ results: [{ days, data: [1, 2] }] })).toEqual({
      kind: 'time',
      seconds: [Date.UTC(2026, 2, 1) / 1000, Date.UTC(2026, 2, 2) / 1000],
      labels: ['Sun, 1 Mar 2026', 'Mon, 2 Mar 2026'],
    })
    expect(bucketLabel('2026-03-02 14:00:00')).toBe('Mon, 2 Mar 2026, 14:00')
  })
})

it('keeps a breakdown value that is not special as it is', () => {
  expect(breakdownLabel('Chrome')).toBe('Chrome')
})
