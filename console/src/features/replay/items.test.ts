import { describe, expect, it } from 'vitest'
import { eventItems, itemAt, pagesOf, shortAddress, trackItems } from './items'
import type { Snapshot } from './snapshots'

const plugin = (timestamp: number, name: string, payload: unknown): Snapshot => ({
  type: 6,
  timestamp,
  data: { plugin: name, payload },
})

const items = (...events: Snapshot[]) => trackItems([{ windowId: 'w', events }])

describe('what happened during a recording', () => {
  it('has the lines of the console as they were written', () => {
    const [warned, failed] = items(
      plugin(1, 'rrweb/console@1', { level: 'warn', payload: ['"slow"', '{"ms":900}'] }),
      plugin(2, 'rrweb/console@1', { level: 'error', payload: ['"no card"'] }),
    )
    expect(warned).toMatchObject({ title: 'slow {"ms":900}', tone: 'warn', kind: 'console' })
    expect(failed).toMatchObject({ title: 'no card', tone: 'bad', note: 'error' })
  })

  it('has requests with their answers, and none of the measurements beside them', () => {
    const found = items(
      plugin(9, 'rrweb/network@1', {
        requests: [
          {
            entryType: 'resource',
            name: 'https://shop.test/api/pay?x=1',
            method: 'POST',
            status: 502,
            duration: 120,
            timestamp: 5,
          },
          { entryType: 'paint', name: 'first-paint', timestamp: 6 },
        ],
      }),
    )
    expect(found).toHaveLength(1)
    expect(found[0]).toMatchObject({
      title: '/api/pay?x=1',
      note: 'POST 502',
      tone: 'bad',
      at: 5,
      duration: 120,
    })
  })

  it('has what the browser noticed', () => {
    const [left] = items({ type: 5, timestamp: 3, data: { tag: 'window hidden', payload: {} } })
    expect(left).toMatchObject({ kind: 'browser', title: 'The window was left' })
    expect(items({ type: 5, timestamp: 3, data: { tag: '$posthog_config' } })).toEqual([])
  })

  it('has the session’s events in the order of time', () => {
    const event = (uuid: string, name: string, timestamp: string) => ({
      uuid,
      event: name,
      timestamp,
      distinctId: 'ann',
      personId: 'p',
      properties: { $current_url: 'https://shop.test/cart' },
    })
    const [first, second] = eventItems([
      event('2', '$exception', '2026-03-01T12:00:01Z'),
      event('1', '$pageview', '2026-03-01T12:00:00Z'),
    ])
    expect(first).toMatchObject({ title: 'Pageview', note: '/cart', tone: 'page' })
    expect(second?.tone).toBe('bad')
    const both = [first, second].filter((item) => item !== undefined)
    expect(itemAt(both, Date.parse('2026-03-01T11:00:00Z'))).toBe(-1)
    expect(itemAt(both, Date.parse('2026-03-01T12:00:00.500Z'))).toBe(0)
  })

  it('knows the pages of the windows', () => {
    const pages = pagesOf([
      {
        windowId: 'w',
        events: [
          { type: 4, timestamp: 1, data: { href: 'https://shop.test/' } },
          { type: 5, timestamp: 2, data: { tag: '$pageview', payload: { href: 'https://a.b/c' } } },
          { type: 3, timestamp: 3, data: { source: 2 } },
        ],
      },
    ])
    expect(pages.map((page) => page.href)).toEqual(['https://shop.test/', 'https://a.b/c'])
    expect(shortAddress('https://shop.test/')).toBe('shop.test')
    expect(shortAddress('not an address')).toBe('not an address')
  })
})
