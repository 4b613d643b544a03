import { describe, expect, it } from 'vitest'
import { ApiError } from '@/api/errors'
import { errorRange } from './errorRange'

const error = (body: Record<string, unknown>) => new ApiError(400, 'syntax', 'no', null, body)

describe('the position of a mistake', () => {
  it('is where the server says', () => {
    expect(errorRange(error({ start: 7, end: 11 }), 30)).toEqual({ from: 7, to: 11 })
    expect(errorRange(error({ extra: { start: 7, end: 11 } }), 30)).toEqual({ from: 7, to: 11 })
  })

  it('is at least one character, also at the end of the text', () => {
    expect(errorRange(error({ start: 3, end: 3 }), 10)).toEqual({ from: 3, to: 4 })
    expect(errorRange(error({ start: 10, end: 10 }), 10)).toEqual({ from: 9, to: 10 })
  })

  it('is unknown when the server does not say', () => {
    expect(errorRange(error({}), 10)).toBeNull()
    expect(errorRange(new Error('offline'), 10)).toBeNull()
  })
})
