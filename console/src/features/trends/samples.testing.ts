import { newTrend, type TrendsState } from './model'

/** A trend that uses everything there is. */
export const richTrend: TrendsState = {
  series: [
    { event: '$pageview', math: 'total', mathProperty: null, filters: [] },
    {
      event: 'purchase completed',
      math: 'sum',
      mathProperty: 'revenue',
      filters: [{ type: 'person', key: 'plan', operator: 'exact', value: ['pro', 'it’s "free"'] }],
    },
    { event: null, math: 'dau', mathProperty: null, filters: [] },
  ],
  filters: [
    { type: 'event', key: '$browser', operator: 'is_not', value: ['Chrome'] },
    { type: 'event', key: 'price', operator: 'gt', value: ['10'] },
    { type: 'event', key: 'coupon', operator: 'is_set', value: [] },
  ],
  breakdown: { type: 'event', property: 'utm.source & more' },
  range: { from: '2026-01-01', to: '2026-01-31' },
  interval: 'week',
  display: 'bar',
  compare: true,
}

export const plainTrend: TrendsState = newTrend
