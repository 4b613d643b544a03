import { describe, expect, it } from 'vitest'
import { courseOf, courseQuery, intervalFor, notBefore } from './overTime'

const now = new Date('2026-03-15T12:30:00Z')
const since = (from: string, to: string | null = null) => ({
  from: new Date(from),
  to: to === null ? null : new Date(to),
})

const at = (timezone: string) => ({ timezone, week_start_day: 0 as const })

describe('the course of an issue', () => {
  it('has a bar for every day, also for those on which nothing happened', () => {
    const rows = [
      ['2026-03-13 00:00:00', 4],
      ['2026-03-15 00:00:00', 1],
    ]
    const course = courseOf(rows, since('2026-03-12T23:30:00Z'), 'day', at('Europe/Berlin'), now)
    expect(course.days).toEqual(['2026-03-13', '2026-03-14', '2026-03-15'])
    expect(course.series[0]?.values).toEqual([4, 0, 1])
    expect(course.axis.labels[0]).toBe('Fri, 13 Mar 2026')
  })

  it('draws what lies before its beginning, because it was sent late', () => {
    const course = courseOf(
      [['2026-03-12', 2]],
      since('2026-03-14T00:00:00Z'),
      'day',
      at('UTC'),
      now,
    )
    expect(course.days[0]).toBe('2026-03-12')
    expect(course.series[0]?.values).toEqual([2, 0, 0, 0])
  })

  it('marks the bar that is not over yet', () => {
    const bounds = since('2026-03-14T00:00:00Z')
    expect(courseOf([], bounds, 'day', at('UTC'), now).open).toBe(1)
    const past = since('2026-03-01T00:00:00Z', '2026-03-03T00:00:00Z')
    expect(courseOf([], past, 'day', at('UTC'), now).open).toBeNull()
  })

  it('counts hours in the wall clock of the project', () => {
    const rows = [['2026-03-15 17:00:00', 2]]
    const course = courseOf(rows, since('2026-03-15T10:45:00Z'), 'hour', at('Asia/Kolkata'), now)
    expect(course.days).toEqual([
      '2026-03-15 16:00:00',
      '2026-03-15 17:00:00',
      '2026-03-15 18:00:00',
    ])
    expect(course.series[0]?.values).toEqual([0, 2, 0])
  })

  it('begins weeks where the project does and months on their first day, as the query does', () => {
    const weeks = courseOf(
      [['2026-03-08', 3]],
      since('2026-03-03T00:00:00Z'),
      'week',
      at('UTC'),
      now,
    )
    expect(weeks.days).toEqual(['2026-03-01', '2026-03-08', '2026-03-15'])
    expect(weeks.series[0]?.values).toEqual([0, 3, 0])
    const mondays = courseOf(
      [['2026-03-09', 3]],
      since('2026-03-08T00:00:00Z'),
      'week',
      { timezone: 'UTC', week_start_day: 1 },
      now,
    )
    expect(mondays.days).toEqual(['2026-03-02', '2026-03-09'])
    expect(mondays.series[0]?.values).toEqual([0, 3])
    const months = courseOf([], since('2026-01-31T00:00:00Z'), 'month', at('UTC'), now)
    expect(months.days).toEqual(['2026-01-01', '2026-02-01', '2026-03-01'])
  })

  it('asks for the buckets as texts, so that they keep the wall clock', () => {
    expect(courseQuery(["issue_id = 'i'"], 'hour')).toBe(
      `SELECT toString(toStartOfHour(timestamp)) AS bucket, count() AS times FROM exceptions
WHERE issue_id = 'i'
GROUP BY bucket ORDER BY bucket LIMIT 2000`,
    )
  })

  it('has buckets that suit the time: hours for a day, days for a month, weeks for a year', () => {
    expect(intervalFor(since('2026-03-14T12:30:00Z'), now)).toBe('hour')
    expect(intervalFor(since('2026-02-15T00:00:00Z'), now)).toBe('day')
    expect(intervalFor(since('2025-05-15T00:00:00Z'), now)).toBe('week')
  })

  it('of all time begins with the first occurrence', () => {
    const ever = since('1970-01-01T00:00:00Z')
    const first = new Date('2026-03-01T00:00:00Z')
    expect(notBefore(ever, first).from).toBe(first)
    expect(notBefore(since('2026-03-02T00:00:00Z'), first).from).not.toBe(first)
    expect(notBefore(ever, null)).toBe(ever)
  })
})
