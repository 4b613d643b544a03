import { describe, expect, it } from 'vitest'
import { clock, secondsOf } from './clock'

describe('times of a recording', () => {
  it('are shown as a clock', () => {
    expect(clock(0)).toBe('0:00')
    expect(clock(65_999)).toBe('1:05')
    expect(clock(3_727_000)).toBe('1:02:07')
    expect(clock(-5)).toBe('0:00')
  })

  it('are read from an address', () => {
    expect(secondsOf('42')).toBe(42)
    expect(secondsOf('1.5')).toBe(1.5)
    expect(secondsOf('1m2s')).toBe(62)
    expect(secondsOf('soon')).toBeNull()
    expect(secondsOf(null)).toBeNull()
    expect(secondsOf('')).toBeNull()
  })
})
