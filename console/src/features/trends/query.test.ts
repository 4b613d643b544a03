import { describe, expect, it } from 'vitest'
import { fromQuery } from './fromQuery'
import { newTrend } from './model'
import { plainTrend, richTrend } from './samples.testing'
import { toQuery } from './toQuery'

describe('the query of a trend', () => {
  it('is as small as the question', () => {
    expect(toQuery(plainTrend)).toEqual({
      kind: 'TrendsQuery',
      series: [{ kind: 'EventsNode', event: null, name: 'All events', math: 'total' }],
      interval: 'day',
      dateRange: { date_from: '-7d', date_to: null },
      trendsFilter: { display: 'ActionsLineGraph' },
    })
  })

  it('carries everything the question has', () => {
    expect(toQuery(richTrend)).toEqual({
      kind: 'TrendsQuery',
      series: [
        { kind: 'EventsNode', event: '$pageview', name: 'Pageview', math: 'total' },
        {
          kind: 'EventsNode',
          event: 'purchase completed',
          name: 'purchase completed',
          math: 'sum',
          math_property: 'revenue',
          properties: [
            { type: 'person', key: 'plan', operator: 'exact', value: ['pro', 'it’s "free"'] },
          ],
        },
        { kind: 'EventsNode', event: null, name: 'All events', math: 'dau' },
      ],
      interval: 'week',
      dateRange: { date_from: '2026-01-01', date_to: '2026-01-31' },
      trendsFilter: { display: 'ActionsBar' },
      properties: [
        { type: 'event', key: '$browser', operator: 'is_not', value: ['Chrome'] },
        { type: 'event', key: 'price', operator: 'gt', value: '10' },
        { type: 'event', key: 'coupon', operator: 'is_set' },
      ],
      breakdownFilter: { breakdown: 'utm.source & more', breakdown_type: 'event' },
      compareFilter: { compare: true },
    })
  })

  it('leaves out filters that are not finished', () => {
    const half = { type: 'event', key: 'price', operator: 'gt', value: [''] } as const
    const query = toQuery({ ...newTrend, filters: [{ ...half, value: [...half.value] }] })
    expect(query).not.toHaveProperty('properties')
  })
})

describe('a saved query', () => {
  it('brings back the question', () => {
    expect(fromQuery(toQuery(richTrend))).toEqual(richTrend)
    expect(fromQuery(toQuery(plainTrend))).toEqual(plainTrend)
  })

  it('may come wrapped from another tool', () => {
    const wrapped = { kind: 'InsightVizNode', source: toQuery(richTrend) }
    expect(fromQuery(wrapped)).toEqual(richTrend)
  })

  it('with several breakdowns shows the first', () => {
    const breakdownFilter = { breakdowns: [{ type: 'person', property: 'plan' }] }
    const query = { kind: 'TrendsQuery', series: [], breakdownFilter }
    expect(fromQuery(query).breakdown).toEqual({ type: 'person', property: 'plan' })
  })
})
