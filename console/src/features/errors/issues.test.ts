import { describe, expect, it } from 'vitest'
import type { CountedIssue } from '@/api/issues'
import { assigneeChoices, assigneeName } from './assignee'
import { kindsOf } from './kinds'
import { largest } from './merging'
import { withoutStacks } from './properties'
import { stepsOf } from './readSteps'
import { uploadSteps } from './uploadSteps'
import { exceptionSnippets } from './exceptionSnippets'

const issue = (id: string, occurrences: number, first: string): CountedIssue => ({
  id,
  status: 'active',
  name: id,
  description: '',
  first_seen: first,
  assignee: null,
  last_seen: null,
  library: null,
  function: null,
  source: null,
  aggregations: { occurrences, users: 0, sessions: 0, volume_buckets: [] },
})

describe('merging', () => {
  it('keeps the issue that happened most, of equal ones the oldest', () => {
    expect(largest([issue('a', 1, '2026-01-01'), issue('b', 5, '2026-02-01')])).toBe('b')
    expect(largest([issue('a', 5, '2026-03-01'), issue('b', 5, '2026-02-01')])).toBe('b')
    expect(() => largest([])).toThrow('choose at least one')
  })
})

describe('splitting', () => {
  it('offers every fingerprint with what was seen of it, the most frequent first', () => {
    const at = '2026-01-01T00:00:00Z'
    const kinds = kindsOf(
      ['f1', 'f2', 'f3'].map((fingerprint) => ({ fingerprint, created_at: at })),
      [
        ['f2', 'TypeError', 'x', 'pay', 'pay.js', 7],
        ['f1', 'RangeError', '', null, 'a.js', 2],
      ],
    )
    expect(kinds).toEqual([
      { fingerprint: 'f2', title: 'TypeError: x', place: 'pay in pay.js', times: 7 },
      { fingerprint: 'f1', title: 'RangeError', place: 'a.js', times: 2 },
      { fingerprint: 'f3', title: 'No stored exception', place: 'f3', times: 0 },
    ])
  })
})

describe('who looks after an issue', () => {
  it('is called me, or by the name in the address, or by a part of the id', () => {
    const ada = { id: 'u1', type: 'user', email: 'ada@example.com' }
    expect(assigneeName(null, { id: 'u1' })).toBe('nobody')
    expect(assigneeName(ada, { id: 'u1' })).toBe('me')
    expect(assigneeName(ada, { id: 'u2' })).toBe('ada')
    expect(assigneeName({ id: '0198c1de-77aa', type: 'role' }, null)).toBe('role 0198c1de')
  })

  it('is chosen among all users, who is looking first and nobody last', () => {
    const users = [
      { id: 'u1', email: 'zoe@example.com', first_name: 'Zoe' },
      { id: 'u2', email: 'bob@example.com', first_name: '' },
      { id: 'u3', email: 'ada@example.com', first_name: 'Ada' },
    ]
    const choices = assigneeChoices(users, { id: 'u2' })
    expect(choices.map(({ label }) => label)).toEqual([
      'bob@example.com (me)',
      'Ada',
      'Zoe',
      'Nobody',
    ])
    expect(choices.map(({ assignee }) => assignee?.id)).toEqual(['u2', 'u3', 'u1', undefined])
  })
})

describe('what came before an exception', () => {
  it('is listed with its time and with all that the app added', () => {
    const at = '2026-01-01T10:00:00Z'
    const steps = [{ $message: 'opened the cart', $timestamp: at, items: 3 }, {}]
    expect(stepsOf({ $exception_steps: steps })).toEqual([
      { at, message: 'opened the cart', detail: '{"items":3}' },
      { at: null, message: 'step', detail: '' },
    ])
    expect(stepsOf({})).toEqual([])
  })
})

it('leaves out of the properties what is shown as a stack', () => {
  expect(withoutStacks({ $exception_list: [], plan: 'pro' })).toEqual({ plan: 'pro' })
})

describe('what is to be pasted', () => {
  it('names this server and this project', () => {
    const commands = uploadSteps('https://data.example.com', 7)
      .map(({ code }) => code)
      .join('\n')
    expect(commands).toContain('POSTHOG_CLI_HOST=https://data.example.com')
    expect(commands).toContain('POSTHOG_CLI_PROJECT_ID=7')
    for (const { id, steps } of exceptionSnippets('https://data.example.com', 'phc_abc')) {
      if (id === 'html') continue
      const code = steps.map((step) => step.code).join('\n')
      expect(code, id).toContain('https://data.example.com')
      expect(code, id).toContain('phc_abc')
    }
  })

  it('is valid JSON where it is JSON', () => {
    const curl = exceptionSnippets('h', 't').find(({ id }) => id === 'curl')
    const body = /-d '(.*)'/s.exec(curl?.steps[0]?.code ?? '')?.[1] ?? ''
    expect(JSON.parse(body)).toMatchObject({ event: '$exception', api_key: 't' })
  })
})
