import { describe, expect, it } from 'vitest'
import type { FlagAnswer } from '@/api/flagAnswers'
import type { Flag } from '@/api/flags'
import { flagLines } from './flagLines'

const flag = (id: number, key: string, active = true): Flag => ({
  id,
  key,
  name: '',
  active,
  filters: {},
  version: 1,
  created_at: '',
  updated_at: '',
})
const answer = (key: string, enabled: boolean, variant: string | null = null): FlagAnswer => ({
  key,
  enabled,
  variant,
  reason: { code: 'x', condition_index: 0, description: `because of ${key}` },
  metadata: { id: 1, payload: enabled ? '{"a":1}' : null },
})

describe('the flags of a person', () => {
  it('say what an app would get and why, those that are on first', () => {
    const lines = flagLines([flag(1, 'a'), flag(2, 'b'), flag(3, 'c')], {
      a: answer('a', false),
      b: answer('b', true),
      c: answer('c', true, 'test'),
    })
    expect(lines.map((line) => [line.key, line.answer, line.on])).toEqual([
      ['b', 'on', true],
      ['c', 'test', true],
      ['a', 'off', false],
    ])
    expect(lines[0]).toMatchObject({ id: 2, why: 'because of b', payload: '{"a":1}' })
  })

  it('say so when a flag is off, or was not evaluated', () => {
    const [hidden, off] = flagLines([flag(1, 'hidden'), flag(2, 'off', false)], {})
    expect(hidden).toMatchObject({ answer: null, on: false })
    expect(off).toMatchObject({ answer: 'off', why: 'The flag is off' })
  })
})
