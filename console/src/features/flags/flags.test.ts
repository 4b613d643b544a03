import { describe, expect, it } from 'vitest'
import type { Flag } from '@/api/flags'
import { flagCode, languages } from './code'
import { cohortCondition, isCohortCondition } from './cohortCondition'
import { equalShares, fromDraft, newDraft, newSet, toDraft, type FlagDraft } from './draft'
import { problems } from './problems'
import { summary } from './summary'

const flag = (filters: Flag['filters']): Flag => ({
  id: 1,
  key: 'promo-banner',
  name: 'The banner',
  active: true,
  filters,
  version: 3,
  created_at: '',
  updated_at: '',
})

const plan = { key: 'plan', type: 'person', operator: 'exact', value: ['pro'] }

describe('a flag that is edited', () => {
  it('keeps what the editor does not know', () => {
    const filters = {
      groups: [
        {
          properties: [plan, { type: 'cohort', key: 'id', value: 7 }],
          rollout_percentage: 30,
          variant: null,
          aggregation_group_type_index: 0,
        },
      ],
      multivariate: null,
      payloads: { true: '{"color":"red"}' },
      early_exit: true,
      holdout: { id: 4, exclusion_percentage: 10 },
    }
    expect(fromDraft(toDraft(flag(filters))).filters).toEqual(filters)
  })

  it('brings variants back with their payloads', () => {
    const filters = {
      groups: [{ properties: [], rollout_percentage: 100, variant: 'b' }],
      multivariate: {
        variants: [
          { key: 'a', name: 'Plain', rollout_percentage: 50 },
          { key: 'b', name: '', rollout_percentage: 50 },
        ],
      },
      payloads: { b: '"hi"' },
    }
    expect(fromDraft(toDraft(flag(filters))).filters).toEqual(filters)
  })

  it('forgets a variant that a set named when the variant is gone', () => {
    const draft: FlagDraft = { ...newDraft, sets: [{ ...newSet, variant: 'gone' }] }
    expect(fromDraft(draft).filters?.groups?.[0]?.variant).toBeNull()
  })

  it('begins with nobody, so that saving it changes nothing for anyone', () => {
    expect(fromDraft(newDraft).filters?.groups).toEqual([
      { properties: [], rollout_percentage: 0, variant: null },
    ])
  })
})

describe('what keeps a flag from being saved', () => {
  const variant = (key: string, share: number, payload = '') => ({ key, name: '', share, payload })
  const of = (change: Partial<FlagDraft>) => problems({ ...newDraft, key: 'ok', ...change })

  it('is nothing when all is well', () => {
    expect(of({})).toEqual([])
    expect(of({ variants: [variant('a', 33.3), variant('b', 66.7, '[1]')] })).toEqual([])
  })

  it.each<[Partial<FlagDraft>, string]>([
    [{ key: ' ' }, 'needs a key'],
    [{ key: 'my flag' }, 'only letters'],
    [{ variants: [variant('a', 50), variant('a', 50)] }, 'same key'],
    [{ variants: [variant('', 100)] }, 'variant needs a key'],
    [{ variants: [variant('a', 50), variant('b', 40)] }, 'add up to 90'],
    [{ payload: 'red' }, 'no JSON'],
    [{ variants: [variant('a', 100, '{')] }, 'payload of a is no JSON'],
  ])('is named: %j', (change, named) => {
    expect(of(change).join()).toContain(named)
  })
})

it('shares equally, and exactly 100', () => {
  expect(equalShares(3)).toEqual([34, 33, 33])
  expect(equalShares(1)).toEqual([100])
  for (const count of [2, 4, 6, 7, 9]) {
    expect(equalShares(count).reduce((sum, share) => sum + share, 0)).toBe(100)
  }
})

describe('who gets a flag, in a line', () => {
  it.each([
    [[{ rollout_percentage: 100 }], 'everybody'],
    [[{ rollout_percentage: null }], 'everybody'],
    [[{ rollout_percentage: 0 }], 'nobody'],
    [[], 'nobody'],
    [[{ rollout_percentage: 20 }], '20 % of persons'],
    [[{ properties: [plan], rollout_percentage: 100 }], 'persons whose plan is pro'],
    [
      [{ properties: [plan], rollout_percentage: 5 }, { rollout_percentage: 1 }],
      '5 % of persons whose plan is pro, and 1 more',
    ],
  ])('%j', (groups, line) => {
    expect(summary(flag({ groups }))).toBe(line)
  })
})

describe('the code that asks for a flag', () => {
  it('names the server and the token, so that it works as it is pasted', () => {
    const server = { host: 'https://tenrec.example', token: 'phc_shop' }
    for (const { value } of languages) {
      const code = flagCode(value, 'promo-banner', [], server)
      expect(code).toContain(server.host)
      expect(code).toContain(server.token)
      expect(code).toContain('promo-banner')
    }
  })
})

describe('a condition on a cohort', () => {
  it('is shown unless it says more than the editor can', () => {
    expect(isCohortCondition({ type: 'cohort', value: 7 })).toBe(true)
    expect(isCohortCondition({ type: 'cohort', value: 7, negation: true })).toBe(false)
    expect(isCohortCondition({ type: 'flag', key: '1', value: true })).toBe(false)
  })

  it('keeps what else it says when it changes', () => {
    expect(cohortCondition({ value: 7, note: 'x' }, { operator: 'not_in' })).toEqual({
      type: 'cohort',
      key: 'id',
      operator: 'not_in',
      value: 7,
      note: 'x',
    })
  })
})

describe('who gets a flag', () => {
  const of = (properties: unknown[], rest = {}) =>
    summary(flag({ groups: [{ properties, rollout_percentage: 70, ...rest }] }))

  it('says what a condition asks for, of whatever kind it is', () => {
    expect(of([plan, { type: 'cohort', key: 'id', value: 1 }])).toBe(
      '70 % of persons whose plan is pro and in a cohort',
    )
    expect(of([{ type: 'flag', key: '1', value: false }])).toBe(
      '70 % of persons without another flag',
    )
    expect(
      of([{ type: 'group', key: 'seats', operator: 'lt', value: 5 }], {
        aggregation_group_type_index: 0,
      }),
    ).toBe('70 % of groups whose seats is less than 5')
  })
})
