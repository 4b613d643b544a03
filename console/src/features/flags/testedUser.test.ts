import { describe, expect, it } from 'vitest'
import type { FlagTest } from '@/api/flags'
import { formatPercent, outcome, readObject } from './testedUser'

const result = (enabled: boolean, variant: string | null): FlagTest => ({
  key: 'f',
  enabled,
  variant,
  reason: { code: 'condition_match', condition_index: 0, description: '' },
  metadata: { payload: null },
  person: { is_known: false, id: null },
  conditions: [],
})

describe('a user that is tested', () => {
  it('is told what it gets', () => {
    expect(outcome(result(true, 'green'))).toBe('Gets “green”.')
    expect(outcome(result(true, null))).toBe('Gets it.')
    expect(outcome(result(false, null))).toBe('Does not get it.')
  })

  it('has only properties that are a JSON object', () => {
    expect(readObject(' ')).toEqual({})
    expect(readObject('{"plan": "pro"}')).toEqual({ plan: 'pro' })
    expect(readObject('{plan: pro}')).toBeNull()
    expect(readObject('[1]')).toBeNull()
    expect(readObject('null')).toBeNull()
  })

  it('stands at a place with two digits', () => {
    expect(formatPercent(78.3696)).toBe('78.37 %')
    expect(formatPercent(45)).toBe('45 %')
  })
})
