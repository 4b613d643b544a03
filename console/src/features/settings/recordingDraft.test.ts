import { describe, expect, it } from 'vitest'
import type { Project } from '@/api/projects'
import { draftOf, toChange } from './recordingDraft'

const project: Project = {
  id: 1,
  name: 'Shop',
  api_token: 'phc_x',
  timezone: 'UTC',
  week_start_day: 0,
  anonymize_ips: false,
  created_at: '2026-01-01T00:00:00Z',
  session_recording_opt_in: true,
  capture_console_log_opt_in: true,
  capture_performance_opt_in: false,
  session_recording_network_payload_capture_config: { recordHeaders: true, recordBody: false },
  session_recording_sample_rate: '0.25',
  session_recording_minimum_duration_milliseconds: 2500,
  session_recording_masking_config: { maskAllInputs: true, maskTextSelector: '*' },
}

describe('the settings of recordings', () => {
  it('are shown as people say them', () => {
    expect(draftOf(project)).toMatchObject({
      percent: '25',
      minimum: '2.5',
      masking: 'everything',
      headers: true,
    })
  })

  it('change nothing when nothing was changed', () => {
    expect({ ...project, ...toChange(draftOf(project)) }).toEqual(project)
  })

  it('leave alone what only the API can say', () => {
    const own = { maskAllInputs: true, blockSelector: '.secret' }
    const draft = draftOf({ ...project, session_recording_masking_config: own })
    expect(draft.masking).toBe('own')
    expect(toChange(draft)).not.toHaveProperty('session_recording_masking_config')
  })

  it('record all sessions at a hundred percent', () => {
    const change = toChange({ ...draftOf(project), percent: '100', minimum: '' })
    expect(change.session_recording_sample_rate).toBeNull()
    expect(change.session_recording_minimum_duration_milliseconds).toBeNull()
    expect(toChange({ ...draftOf(project), percent: 'many' }).session_recording_sample_rate).toBe(
      'many',
    )
  })
})
