import { describe, expect, it } from 'vitest'
import { jsonObject, number, text, texts } from './rows'
import { identifier, instant, literal, property } from './write'

describe('writing HogQL', () => {
  it('quotes texts, so that none ends early', () => {
    expect(literal("it's")).toBe("'it\\'s'")
    expect(literal("\\' OR 1=1 --")).toBe("'\\\\\\' OR 1=1 --'")
    expect(literal('two\nlines')).toBe("'two\\nlines'")
    expect(literal(3)).toBe('3')
  })

  it('puts names in backticks where they need it', () => {
    expect(identifier('$browser')).toBe('$browser')
    expect(identifier('first name')).toBe('`first name`')
    expect(identifier('a`b')).toBe('`a\\`b`')
    expect(property('person', 'a-b')).toBe('person.properties.`a-b`')
  })

  it('writes instants in UTC, whatever the zone they came in', () => {
    expect(instant('2026-03-01T12:00:00+02:00')).toBe("toDateTime('2026-03-01 10:00:00', 'UTC')")
    expect(() => instant('soon')).toThrow('soon')
  })
})

describe('reading rows', () => {
  it('takes JSON as text or as an object, and nothing else as an object', () => {
    expect(jsonObject('{"a":1}')).toEqual({ a: 1 })
    expect(jsonObject({ a: 1 })).toEqual({ a: 1 })
    expect(jsonObject('broken')).toEqual({})
    expect(jsonObject([1])).toEqual({})
  })

  it('takes arrays as text or as arrays', () => {
    expect(texts(['a', 1])).toEqual(['a', '1'])
    expect(texts('["a"]')).toEqual(['a'])
    expect(texts('[broken')).toEqual([])
    expect(texts(null)).toEqual([])
  })

  it('shows nothing for nothing', () => {
    expect(text(null)).toBe('')
    expect(text({ a: 1 })).toBe('{"a":1}')
    expect(number('12.5')).toBe(12.5)
    expect(number('many')).toBe(0)
  })
})
