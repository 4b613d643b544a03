import { describe, expect, it } from 'vitest'
import type { RunStep, WorkflowRun } from '@/api/workflows'
import { attemptsLabel, canRetry, duration, waitsFor } from './runs'
import { newestQuery, readSample, sampleOf } from './sample'

const step = (change: Partial<RunStep>): RunStep => ({
  id: 'a',
  name: 'A',
  type: 'webhook',
  status: 'completed',
  attempts: 1,
  started_at: '2026-01-01T00:00:00Z',
  ended_at: null,
  error: '',
  ...change,
})

const run = (change: Partial<WorkflowRun>): WorkflowRun => ({
  id: 'r',
  workflow: 1,
  workflow_version: 1,
  event_uuid: 'e',
  test: false,
  status: 'waiting',
  step: 'a',
  due_at: '',
  started_at: '',
  ended_at: null,
  error: '',
  steps: [],
  ...change,
})

describe('a run', () => {
  it('says what it waits for', () => {
    expect(waitsFor(run({ steps: [step({ type: 'delay', status: 'waiting' })] }))).toBe('delay')
    expect(waitsFor(run({ steps: [step({ status: 'waiting' })] }))).toBe('attempt')
    expect(waitsFor(run({ status: 'completed', steps: [step({})] }))).toBeNull()
  })

  it('is tried again only where it failed at a step', () => {
    const failed = { status: 'failed' as const }
    expect(canRetry(run({ ...failed, steps: [step({ status: 'failed' })] }))).toBe(true)
    expect(canRetry(run(failed))).toBe(false)
    expect(canRetry(run({ status: 'completed', steps: [step({})] }))).toBe(false)
  })

  it('counts its time in what is easy to read', () => {
    const now = new Date('2026-01-03T12:00:00Z')
    expect(duration('2026-01-01T00:00:00Z', '2026-01-01T00:00:02.5Z', now)).toBe('2.5 s')
    expect(duration('2026-01-01T00:00:00Z', '2026-01-01T05:30:00Z', now)).toBe('5.5 h')
    expect(duration('2026-01-01T00:00:00Z', null, now)).toBe('3 days')
    expect(attemptsLabel(step({ attempts: 3 }))).toBe('3 attempts')
    expect(attemptsLabel(step({}))).toBe('')
  })
})

describe('an event to test with', () => {
  const table = (row: unknown[]) => ({ columns: [], types: [], results: [row] })

  it('is the newest real one without what SDKs add', () => {
    const properties = '{"revenue": 7, "$browser": "Chrome"}'
    expect(
      sampleOf('purchase', table(['purchase', 'ada', properties, 'p1']), table(['{"plan":"pro"}'])),
    ).toEqual({
      event: 'purchase',
      distinct_id: 'ada',
      properties: { revenue: 7 },
      person: { id: 'p1', properties: { plan: 'pro' } },
    })
  })

  it('is made up where there is none', () => {
    expect(sampleOf('purchase', undefined, undefined)).toEqual({
      event: 'purchase',
      distinct_id: 'test',
      properties: {},
      person: { properties: {} },
    })
    expect(newestQuery(["it's"])).toContain("IN ('it\\'s')")
  })

  it('has to be a JSON object', () => {
    expect(readSample('{"event": "x"}')).toEqual({ event: 'x' })
    expect(readSample('[1]')).toBeNull()
    expect(readSample('{')).toBeNull()
  })
})
