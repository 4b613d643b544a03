import { describe, expect, it } from 'vitest'
import { distributionsOf, distributionsQuery } from './shares'

const row = (browser: unknown, handled: unknown, times: number) => [
  browser,
  'Linux',
  null,
  'web',
  handled,
  times,
]
const of = (rows: unknown[][], label: string) =>
  distributionsOf(rows).find((distribution) => distribution.label === label)

describe('where an issue happens', () => {
  it('adds up the combinations that have a value in common', () => {
    const rows = [row('Chrome', true, 6), row('Firefox', true, 2), row('Chrome', false, 2)]
    expect(of(rows, 'Browser')?.shares).toEqual([
      { value: 'Chrome', times: 8, part: 0.8 },
      { value: 'Firefox', times: 2, part: 0.2 },
    ])
    expect(of(rows, 'Operating system')?.shares).toEqual([{ value: 'Linux', times: 10, part: 1 }])
  })

  it('says unknown where nothing was sent', () => {
    expect(of([row('', null, 1)], 'Browser')?.shares[0]?.value).toBe('unknown')
    expect(of([row('', null, 1)], 'Handled')?.shares[0]?.value).toBe('unknown')
  })

  it('reads truth however the engine writes it', () => {
    for (const truth of [true, 1, 'true']) {
      expect(of([row('', truth, 1)], 'Handled')?.shares[0]?.value).toBe('handled')
    }
    for (const lie of [false, 0, 'false']) {
      expect(of([row('', lie, 1)], 'Handled')?.shares[0]?.value).toBe('unhandled')
    }
  })

  it('shows the most frequent, and says how many others there are', () => {
    const rows = Array.from({ length: 8 }, (_, at) => row(`browser ${at}`, true, at + 1))
    const browsers = of(rows, 'Browser')
    expect(browsers?.shares).toHaveLength(5)
    expect(browsers?.shares[0]?.value).toBe('browser 7')
    expect(browsers?.others).toBe(3)
  })

  it('reads the exceptions once', () => {
    expect(distributionsQuery(["issue_id = 'i'"]).match(/FROM/g)).toHaveLength(1)
  })
})
