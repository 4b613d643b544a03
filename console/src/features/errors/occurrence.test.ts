import { describe, expect, it } from 'vitest'
import { fromParameters, issuePath, toParameters } from './issueState'
import {
  boundsOf,
  conditionsOf,
  eventConditions,
  inBucket,
  OCCURRENCES,
  occurrenceRows,
  occurrencesQuery,
  ofIssue,
} from './occurrence'

const buckets = [{ label: '2026-03-01T00:00:00Z' }, { label: '2026-03-02T12:00:00Z' }]

describe('the time an issue is looked at', () => {
  it('is what the buckets of the answer cover', () => {
    expect(boundsOf(buckets, { from: '2026-03-01', to: '2026-03-03' })).toEqual({
      from: new Date('2026-03-01T00:00:00Z'),
      to: new Date('2026-03-04T00:00:00Z'),
    })
  })

  it('has no end when it goes until now', () => {
    expect(boundsOf(buckets, { from: '-7d', to: null })?.to).toBeNull()
  })

  it('is unknown without buckets', () => {
    expect(boundsOf([], { from: '-7d', to: null })).toBeNull()
    expect(boundsOf([{ label: 'soon' }, { label: 'later' }], { from: 'all', to: null })).toBeNull()
  })

  it('becomes conditions in UTC', () => {
    const bounds = { from: new Date('2026-03-01T00:00:00Z'), to: new Date('2026-03-04T00:00:00Z') }
    expect(conditionsOf(ofIssue('i', ["f'1", 'f2']), bounds)).toEqual([
      "fingerprint IN ('f\\'1', 'f2')",
      "timestamp >= toDateTime('2026-03-01 00:00:00', 'UTC')",
      "timestamp <= toDateTime('2026-03-04 00:00:00', 'UTC')",
    ])
    expect(conditionsOf('true', { ...bounds, to: null })).toHaveLength(2)
  })

  it('becomes conditions in the project’s time for a bar of the chart', () => {
    expect(inBucket('2026-03-31', 'day')).toEqual([
      "timestamp >= toDateTime('2026-03-31 00:00:00')",
      "timestamp < toDateTime('2026-04-01 00:00:00')",
    ])
  })
})

describe('the exceptions of an issue', () => {
  it('are told by its fingerprints, or by its id when those are too many or unknown', () => {
    const many = Array.from({ length: 501 }, (_, at) => `f${at}`)
    expect(ofIssue('i', many.slice(1))).toContain("'f500'")
    expect(ofIssue('i', many)).toBe("issue_id = 'i'")
    expect(ofIssue('i', [])).toBe("issue_id = 'i'")
  })
})

describe('the list of occurrences', () => {
  it('asks for one more than it shows', () => {
    const query = occurrencesQuery(["issue_id = 'i'"], 2)
    expect(query).toContain(`LIMIT ${OCCURRENCES + 1} OFFSET ${2 * OCCURRENCES}`)
    const rows = Array.from({ length: OCCURRENCES + 1 }, (_, at) => [String(at)])
    const result = { columns: [], types: [] as [string, string][], results: rows }
    expect(occurrenceRows(result)).toHaveLength(OCCURRENCES)
  })

  it('says whose it is, and where', () => {
    const row = (name: unknown) =>
      occurrenceRows({
        columns: [],
        types: [],
        results: [['u', 't', '0198c1de-77aa', name, 'https://shop.test/cart', 'Firefox', 'v2']],
      })[0]
    expect(row('ada@example.com')).toEqual({
      uuid: 'u',
      at: 't',
      personId: '0198c1de-77aa',
      person: 'ada@example.com',
      page: 'https://shop.test/cart',
      browser: 'Firefox',
      release: 'v2',
    })
    expect(row(null)?.person).toBe('Person 0198c1de')
  })
})

describe('one occurrence', () => {
  it('is looked for near its time only', () => {
    expect(eventConditions({ uuid: 'u', at: '2026-03-01T10:00:00.5+01:00' })).toEqual([
      "event = '$exception'",
      "uuid = 'u'",
      "timestamp >= toDateTime('2026-03-01 08:59:58', 'UTC')",
      "timestamp <= toDateTime('2026-03-01 09:00:02', 'UTC')",
    ])
  })

  it('is looked for everywhere when its time cannot be read', () => {
    expect(eventConditions({ uuid: 'u', at: 'soon' })).toEqual([
      "event = '$exception'",
      "uuid = 'u'",
    ])
  })

  it('has an address', () => {
    const state = {
      range: { from: 'all', to: null },
      event: { uuid: 'u', at: '2026-03-01T10:00:00+01:00' },
    }
    expect(fromParameters(toParameters(state))).toEqual(state)
    expect(issuePath('i')).toBe('errors/i')
    expect(issuePath('i', { range: state.range })).toBe('errors/i?from=all')
  })
})
