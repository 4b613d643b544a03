import { describe, expect, it } from 'vitest'
import type { ChartSeries } from './chartSeries'
import { nearest } from './nearest'

const series = (...all: (number | null)[][]): ChartSeries[] =>
  all.map((values, color) => ({ id: String(color), label: '', color, values }))

describe('a click', () => {
  it('on a line chart means the nearest line', () => {
    const lines = series([10], [100], [null])
    expect(nearest(lines, 'line', 0, 30)).toBe(0)
    expect(nearest(lines, 'line', 0, 90)).toBe(1)
  })

  it('on stacked bars means the part that is there', () => {
    const bars = series([10], [5], [0], [20])
    expect(nearest(bars, 'bar', 0, 4)).toBe(0)
    expect(nearest(bars, 'bar', 0, 12)).toBe(1)
    expect(nearest(bars, 'bar', 0, 34)).toBe(3)
  })

  it('above a bar that stands alone means that bar, unless it has no height', () => {
    const [alone, former] = series([10, 0], [20, 20])
    expect(nearest([alone!], 'bar', 0, 11)).toBe(0)
    expect(nearest([alone!], 'bar', 1, 11)).toBeNull()
    expect(nearest([{ ...former!, former: true }, alone!], 'bar', 0, 11)).toBe(1)
  })

  it('above stacked bars means nothing', () => {
    expect(nearest(series([10], [5]), 'bar', 0, 16)).toBeNull()
    expect(nearest([], 'line', 0, 1)).toBeNull()
  })
})
