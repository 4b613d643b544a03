import { describe, expect, it } from 'vitest'
import { eventRows, eventsQuery, placeOf, subjectOf } from './event'

describe('an event’s row', () => {
  it('has its properties as an object, whether they came as JSON text or as JSON', () => {
    const row = (properties: unknown) =>
      eventRows({
        columns: [],
        types: [],
        results: [['id', 'bought', '2026-01-01 10:00:00', 'me', 'p1', properties]],
      })[0]?.properties
    expect(row('{"price":3}')).toEqual({ price: 3 })
    expect(row({ price: 3 })).toEqual({ price: 3 })
    expect(row(null)).toEqual({})
  })

  it('says where it happened: the page without its host, or the screen', () => {
    expect(placeOf({ $current_url: 'https://shop.example/cart?step=2#pay' })).toBe(
      '/cart?step=2#pay',
    )
    expect(placeOf({ $screen_name: 'Cart' })).toBe('Cart')
    expect(placeOf({ $current_url: 'no address' })).toBe('no address')
    expect(placeOf({})).toBe('')
  })

  it('says what was clicked', () => {
    expect(subjectOf('$autocapture', { $event_type: 'click', $el_text: 'Buy' })).toBe(
      'click on “Buy”',
    )
    expect(subjectOf('$autocapture', { $event_type: 'submit' })).toBe('submit')
    expect(subjectOf('bought', { $el_text: 'Buy' })).toBe('')
  })

  it('says what was thrown', () => {
    const properties = { $exception_list: [{ type: 'TypeError', value: 'x is undefined' }] }
    expect(subjectOf('$exception', properties)).toBe('TypeError: x is undefined')
  })
})

it('queries the newest events first', () => {
  expect(eventsQuery(["event = 'a'", "distinct_id = 'b'"], 50)).toBe(
    `SELECT uuid, event, timestamp, distinct_id, person_id, properties FROM events
WHERE event = 'a'
  AND distinct_id = 'b'
ORDER BY timestamp DESC LIMIT 50`,
  )
})
