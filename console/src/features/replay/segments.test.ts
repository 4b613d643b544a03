import { describe, expect, it } from 'vitest'
import { segmentAt, segmentsOf } from './segments'
import type { Snapshot, Track } from './snapshots'

const at = (timestamp: number, source?: number): Snapshot =>
  source === undefined ? { type: 2, timestamp, data: {} } : { type: 3, timestamp, data: { source } }

const track = (windowId: string, ...events: Snapshot[]): Track => ({ windowId, events })

describe('segments', () => {
  it('are active while somebody is there, with pauses of up to five seconds', () => {
    const events = [at(0), at(1_000, 2), at(5_000, 1), at(10_000, 5), at(20_000, 2), at(30_000, 0)]
    expect(segmentsOf([track('a', ...events)])).toEqual([
      { windowId: 'a', start: 0, end: 1_000, active: false },
      { windowId: 'a', start: 1_000, end: 10_000, active: true },
      { windowId: 'a', start: 10_000, end: 20_000, active: false },
      { windowId: 'a', start: 20_000, end: 20_000, active: true },
      { windowId: 'a', start: 20_000, end: 30_000, active: false },
    ])
  })

  it('follow whoever is active from window to window', () => {
    const segments = segmentsOf([
      track('a', at(0), at(1_000, 2), at(6_500, 2)),
      track('b', at(3_000), at(4_000, 2), at(5_000, 2)),
    ])
    expect(segments.filter((segment) => segment.active).map((segment) => segment.windowId)).toEqual(
      ['a', 'b', 'a'],
    )
    expect(segments.every((one, i) => i === 0 || one.start === segments[i - 1]?.end)).toBe(true)
  })

  it('cover a recording in which nobody did anything', () => {
    expect(segmentsOf([track('a', at(5), at(9, 0))])).toEqual([
      { windowId: 'a', start: 5, end: 9, active: false },
    ])
    expect(segmentsOf([])).toEqual([])
  })

  it('are found by time', () => {
    const segments = segmentsOf([track('a', at(0), at(1_000, 2), at(20_000, 0))])
    expect(segmentAt(segments, -5)).toBe(0)
    expect(segmentAt(segments, 500)).toBe(0)
    expect(segmentAt(segments, 19_000)).toBe(2)
    expect(segmentAt(segments, 99_000)).toBe(2)
  })
})
