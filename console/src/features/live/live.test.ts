import { describe, expect, it } from 'vitest'
import type { EventRow } from '@/features/events/event'
import { KEPT, liveConditions, mergeEvents } from './live'

const event = (uuid: string, timestamp: string): EventRow => ({
  uuid,
  timestamp,
  event: 'seen',
  distinctId: 'me',
  personId: 'p',
  properties: {},
})

describe('live events', () => {
  it('begin with the last day', () => {
    expect(liveConditions({ event: null, distinctId: '' }, [])).toEqual([
      'timestamp > now() - INTERVAL 1 DAY',
    ])
  })

  it('afterwards look only a little behind the newest known event', () => {
    const known = [event('a', '2026-03-01T10:00:00Z')]
    expect(liveConditions({ event: null, distinctId: '' }, known)).toEqual([
      "timestamp > toDateTime('2026-03-01 09:50:00', 'UTC')",
    ])
  })

  it('are filtered by name and distinct id, whatever these contain', () => {
    expect(liveConditions({ event: "it's", distinctId: ' me ' }, []).slice(1)).toEqual([
      "event = 'it\\'s'",
      "distinct_id = 'me'",
    ])
  })

  it('show every event once, the newest first', () => {
    const old = event('a', '2026-03-01T10:00:00Z')
    const late = event('b', '2026-03-01T09:58:00Z')
    const fresh = event('c', '2026-03-01T10:00:05Z')
    expect(mergeEvents([old], [fresh, old, late]).map(({ uuid }) => uuid)).toEqual(['c', 'a', 'b'])
  })

  it('do not grow without end', () => {
    const many = Array.from({ length: KEPT + 50 }, (_, index) =>
      event(String(index), new Date(index * 1000).toISOString()),
    )
    const kept = mergeEvents([], many)
    expect(kept).toHaveLength(KEPT)
    expect(kept[0]?.uuid).toBe(String(KEPT + 49))
  })
})
