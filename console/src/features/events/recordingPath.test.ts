import { describe, expect, it } from 'vitest'
import { recordingPath } from './recordingPath'

const recording = {
  id: 'session 1',
  start_time: '2026-03-01T10:00:00Z',
  end_time: '2026-03-01T10:10:00Z',
}

describe('the page of a recording', () => {
  it('begins a few seconds before the moment', () => {
    expect(recordingPath(recording, '2026-03-01T10:01:30.7Z')).toBe('replay/session%201?t=85')
  })

  it('begins at the beginning for a moment before it, and without a moment', () => {
    expect(recordingPath(recording, '2026-03-01T10:00:03Z')).toBe('replay/session%201')
    expect(recordingPath(recording, '2026-03-01T09:00:00Z')).toBe('replay/session%201')
    expect(recordingPath(recording)).toBe('replay/session%201')
    expect(recordingPath(recording, 'soon')).toBe('replay/session%201')
  })

  it('begins near the end for a moment after it', () => {
    expect(recordingPath(recording, '2026-03-01T11:00:00Z')).toBe('replay/session%201?t=595')
  })
})
