import { describe, expect, it } from 'vitest'
import type { ChartSeries } from './chartSeries'
import { splitOpenEnd, stack } from './stack'

const series = (values: (number | null)[], former = false): ChartSeries => ({
  id: '',
  label: '',
  color: 0,
  values,
  former,
})

describe('stacked bars', () => {
  it('stand on those before them', () => {
    expect(stack([series([1, 2]), series([10, 0]), series([100, 200])])).toEqual([
      [1, 2],
      [11, null],
      [111, 202],
    ])
  })

  it('leave the former period where it is', () => {
    expect(stack([series([1]), series([50], true), series([2])])).toEqual([[1], [50], [3]])
  })
})

describe('a line with a bucket that is not over', () => {
  it('is solid up to the bucket before and dashed from there', () => {
    expect(splitOpenEnd([1, 2, 3, null], 2)).toEqual({
      solid: [1, 2, null, null],
      dashed: [null, 2, 3, null],
    })
  })

  it('stays a point when it has one bucket only', () => {
    expect(splitOpenEnd([7], 0)).toEqual({ solid: [7], dashed: [null] })
  })
})
