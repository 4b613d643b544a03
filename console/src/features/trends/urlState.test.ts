import { describe, expect, it } from 'vitest'
import { newSeries, newTrend } from './model'
import { plainTrend, richTrend } from './samples.testing'
import { fromParameters, holdsTrend, toParameters } from './urlState'

const through = (address: string) => fromParameters(new URLSearchParams(address))

describe('the address of a trend', () => {
  it.each([
    ['a rich trend', richTrend],
    ['a new trend', plainTrend],
  ])('brings back %s', (_, trend) => {
    expect(through(toParameters(trend).toString())).toEqual(trend)
  })

  it('brings back events with strange names', () => {
    for (const name of ['{"event":1}', 'a&b=c', 'ü ✓', ' ']) {
      const trend = { ...newTrend, series: [newSeries(name)] }
      expect(through(toParameters(trend).toString())).toEqual(trend)
    }
  })

  it('is short for a plain trend', () => {
    const trend = { ...newTrend, series: [newSeries('$pageview')] }
    expect(toParameters(trend).toString()).toBe('series=%24pageview')
  })

  it('shows a page even when it is broken', () => {
    expect(through('series={"event":&interval=fortnight&display=pie&by=planet.x&filter=[')).toEqual(
      newTrend,
    )
  })

  it('is known from an address without a trend', () => {
    expect(holdsTrend(new URLSearchParams('series=a'))).toBe(true)
    expect(holdsTrend(new URLSearchParams('utm_source=x'))).toBe(false)
  })
})
