import { describe, expect, it } from 'vitest'
import { conditionsBehind, personsBehind, pointOf } from './behind'
import { breakdownCondition, condition } from './filterToHogQL'
import type { Operator } from '@/features/filters/filter'
import { newSeries, newTrend, type TrendsState } from './model'
import { NO_VALUE, OTHERS, type Result } from './result'

const result = (change: Partial<Result> = {}): Result => ({
  id: '0',
  label: 'Pageview',
  color: 0,
  values: [1, 2],
  order: 0,
  breakdown: null,
  days: ['2026-03-01', '2026-03-02'],
  total: 3,
  adds: true,
  before: null,
  ...change,
})

const behind = (state: Partial<TrendsState>, of: Partial<Result> = {}, bucket = 1) => {
  const point = pointOf(result(of), bucket)
  if (!point) throw new Error('no such bucket')
  return conditionsBehind({ ...newTrend, ...state }, point, ['Chrome', 'Firefox', OTHERS])
}

describe('behind a point', () => {
  it('are the events of its bucket', () => {
    expect(behind({ series: [newSeries('$pageview')] })).toEqual([
      "timestamp >= toDateTime('2026-03-02 00:00:00')",
      "timestamp < toDateTime('2026-03-03 00:00:00')",
      "event = '$pageview'",
    ])
  })

  it('are any events when the series is of all events', () => {
    expect(behind({ interval: 'month' }, {}, 0)).toEqual([
      "timestamp >= toDateTime('2026-03-01 00:00:00')",
      "timestamp < toDateTime('2026-04-01 00:00:00')",
    ])
  })

  it('are the events of the window that active people look back on', () => {
    const series = [{ ...newSeries('a'), math: 'weekly_active' as const }]
    expect(behind({ series })[0]).toBe("timestamp >= toDateTime('2026-02-24 00:00:00')")
  })

  it('meet the filters of the whole and of the series, and the breakdown value', () => {
    const filter = (key: string) => ({ type: 'event', key, operator: 'is_set', value: [] }) as const
    const conditions = behind(
      {
        series: [{ ...newSeries('a'), filters: [{ ...filter('one'), value: [] }] }],
        filters: [{ ...filter('all'), value: [] }],
        breakdown: { type: 'event', property: '$browser' },
      },
      { breakdown: 'Chrome' },
    )
    expect(conditions.slice(3)).toEqual([
      'properties.all IS NOT NULL',
      'properties.one IS NOT NULL',
      "toString(properties.$browser) = 'Chrome'",
    ])
  })

  it('is nothing outside the buckets', () => {
    expect(pointOf(result(), 2)).toBeNull()
  })
})

describe('a filter as a condition', () => {
  const of = (operator: Operator, ...value: string[]) =>
    condition({ type: 'event', key: 'price', operator, value })

  it.each<[Operator, string[], string]>([
    ['exact', ['a', "b'c"], "toString(properties.price) IN ('a', 'b\\'c')"],
    ['is_not', ['a'], "(properties.price IS NULL OR toString(properties.price) NOT IN ('a'))"],
    ['icontains', ['5%'], "toString(properties.price) ILIKE '%5\\\\%%'"],
    [
      'not_icontains',
      ['x'],
      "(properties.price IS NULL OR toString(properties.price) NOT ILIKE '%x%')",
    ],
    ['regex', ['\\d+'], "match(toString(properties.price), '\\\\d+')"],
    [
      'not_regex',
      ['x'],
      "(properties.price IS NULL OR NOT match(toString(properties.price), 'x'))",
    ],
    ['gt', ['10'], 'toFloat(properties.price) > 10'],
    ['gte', ['1.5'], 'toFloat(properties.price) >= 1.5'],
    ['lt', ['7'], 'toFloat(properties.price) < 7'],
    ['lte', ['-3'], 'toFloat(properties.price) <= -3'],
    ['is_set', [], 'properties.price IS NOT NULL'],
    ['is_not_set', [], 'properties.price IS NULL'],
  ])('%s %s', (operator, value, expected) => {
    expect(of(operator, ...value)).toBe(expected)
  })

  it('writes odd names in backticks, and a person’s after the person', () => {
    expect(condition({ type: 'person', key: 'first name', operator: 'is_set', value: [] })).toBe(
      'person.properties.`first name` IS NOT NULL',
    )
  })
})

describe('a breakdown value as a condition', () => {
  const of = (value: string) =>
    breakdownCondition({ type: 'event', property: 'os' }, value, ['Mac', NO_VALUE, OTHERS])

  it('is the value, its absence, or everything that is not shown', () => {
    expect(of('Mac')).toBe("toString(properties.os) = 'Mac'")
    expect(of(NO_VALUE)).toBe("(properties.os IS NULL OR toString(properties.os) = '')")
    expect(of(OTHERS)).toBe(
      "(NOT (properties.os IS NULL OR toString(properties.os) = '') AND toString(properties.os) NOT IN ('Mac'))",
    )
  })
})

it('lists the people with the most events first', () => {
  expect(personsBehind(["event = 'a'", "event = 'b'"])).toContain(
    "WHERE event = 'a' AND event = 'b'",
  )
})
