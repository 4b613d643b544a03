import { describe, expect, it } from 'vitest'
import { richTrend } from './samples.testing'
import { toQuery } from './toQuery'
import { unreadable } from './unreadable'

const trend = (query: object) => ({ kind: 'TrendsQuery', ...query })

describe('what a saved query asks beyond the page', () => {
  it('is nothing when the page made it', () => {
    expect(unreadable(toQuery(richTrend))).toEqual([])
  })

  it.each([
    [{ series: [{ kind: 'ActionsNode', id: 3 }] }, 'a series of kind ActionsNode'],
    [{ series: [{ kind: 'EventsNode', math: 'unique_group' }] }, 'the math “unique_group”'],
    [{ properties: { type: 'OR', values: [] } }, 'groups of filters'],
    [{ properties: [{ type: 'cohort', key: 'id', value: 3 }] }, 'filters of another kind'],
    [{ trendsFilter: { formula: 'A/B' } }, 'a formula'],
    [{ breakdownFilter: { breakdowns: [{}, {}] } }, 'several breakdowns'],
    [{ filterTestAccounts: true }, 'the filter of test accounts'],
  ])('is named: %j', (query, named) => {
    expect(unreadable(trend(query))).toEqual([named])
  })
})
