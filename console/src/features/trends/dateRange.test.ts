import { describe, expect, it } from 'vitest'
import {
  bucketEnd,
  bucketSeconds,
  bucketStart,
  daysIn,
  isDay,
  offeredIntervals,
  presets,
  rangeLabel,
  relativeParts,
  suitableInterval,
  wallClockNow,
} from './dateRange'

const now = new Date('2026-03-15T12:00:00Z')
const range = (from: string, to: string | null = null) => ({ from, to })

describe('a date range', () => {
  it('is called by its preset, its length or its days', () => {
    expect(rangeLabel(range('-7d'))).toBe('Last 7 days')
    expect(rangeLabel(range('-1dStart', '-1dEnd'))).toBe('Yesterday')
    expect(rangeLabel(range('-6w'))).toBe('Last 6 weeks')
    expect(rangeLabel(range('-1y'))).toBe('Last year')
    expect(rangeLabel(range('2026-01-01', '2026-01-31'))).toBe('2026-01-01 – 2026-01-31')
    expect(rangeLabel(range('2026-01-01'))).toBe('Since 2026-01-01')
  })

  it('has parts only when it is relative and open', () => {
    expect(relativeParts(range('-6w'))).toEqual({ count: 6, unit: 'w' })
    expect(relativeParts(range('-6w', '-1w'))).toBeNull()
    expect(relativeParts(range('mStart'))).toBeNull()
  })

  it('knows about how long it is', () => {
    expect(daysIn(range('-24h'), now)).toBe(1)
    expect(daysIn(range('-2w'), now)).toBe(14)
    expect(daysIn(range('2026-01-01', '2026-01-31'), now)).toBe(31)
    expect(daysIn(range('all'), now)).toBeGreaterThan(365)
  })

  it.each([
    ['-24h', 'hour'],
    ['-7d', 'day'],
    ['-90d', 'day'],
    ['-12m', 'week'],
    ['all', 'month'],
  ])('%s is best seen by %s', (from, interval) => {
    expect(suitableInterval(range(from), now)).toBe(interval)
  })

  it('is never cut into thousands of buckets', () => {
    expect(offeredIntervals(range('-24h'), now)).toContain('minute')
    expect(offeredIntervals(range('-30d'), now)).toEqual(['hour', 'day', 'week', 'month'])
    expect(offeredIntervals(range('-9y'), now)).not.toContain('day')
  })

  it('offers its suitable interval for every preset', () => {
    for (const preset of presets) {
      expect(offeredIntervals(preset.range, now)).toContain(suitableInterval(preset.range, now))
    }
  })

  it('knows a day from something that only looks like one', () => {
    expect(isDay('2026-02-28')).toBe(true)
    expect(isDay('2026-13-01')).toBe(false)
    expect(isDay('yesterday')).toBe(false)
  })
})

describe('a bucket', () => {
  it.each([
    ['2026-01-31', 'day', '2026-02-01 00:00:00'],
    ['2026-12-28', 'week', '2027-01-04 00:00:00'],
    ['2026-01-01', 'month', '2026-02-01 00:00:00'],
    ['2026-03-29 23:00:00', 'hour', '2026-03-30 00:00:00'],
    ['2026-03-29 23:59:00', 'minute', '2026-03-30 00:00:00'],
  ] as const)('%s by %s ends at %s', (day, interval, end) => {
    expect(bucketEnd(day, interval)).toBe(end)
  })

  it('can begin days before, for windows that look back', () => {
    expect(bucketStart('2026-03-03')).toBe('2026-03-03 00:00:00')
    expect(bucketStart('2026-03-03', 6)).toBe('2026-02-25 00:00:00')
  })

  it('is read as the clock on the wall, without any zone', () => {
    expect(bucketSeconds('1970-01-02')).toBe(86_400)
    expect(bucketSeconds('1970-01-01 01:00:00')).toBe(3600)
  })
})

it('reads the clock on the wall of a zone', () => {
  expect(wallClockNow(now, 'UTC')).toBe('2026-03-15 12:00:00')
  expect(wallClockNow(now, 'Asia/Kolkata')).toBe('2026-03-15 17:30:00')
})
