import type { Project, ProjectChange } from '@/api/projects'

export const maskings = {
  inputs: 'What people type',
  everything: 'All texts and inputs',
  nothing: 'Only passwords',
  own: 'As set through the API',
} as const
export type Masking = keyof typeof maskings

/** The settings as they are typed. */
export interface Draft {
  on: boolean
  console: boolean
  network: boolean
  headers: boolean
  bodies: boolean
  masking: Masking
  percent: string
  minimum: string
}

export function draftOf(project: Project): Draft {
  const payloads = project.session_recording_network_payload_capture_config
  const rate = project.session_recording_sample_rate
  const minimum = project.session_recording_minimum_duration_milliseconds
  return {
    on: project.session_recording_opt_in,
    console: project.capture_console_log_opt_in,
    network: project.capture_performance_opt_in,
    headers: payloads.recordHeaders,
    bodies: payloads.recordBody,
    masking: maskingOf(project),
    percent: rate === null ? '100' : String(Number((Number(rate) * 100).toFixed(2))),
    minimum: minimum === null ? '' : String(minimum / 1000),
  }
}

function maskingOf({ session_recording_masking_config: config }: Project): Masking {
  if (config.blockSelector) return 'own'
  if (config.maskTextSelector === '*' && config.maskAllInputs) return 'everything'
  if (config.maskTextSelector) return 'own'
  return config.maskAllInputs ? 'inputs' : 'nothing'
}

const configs: Record<Exclude<Masking, 'own'>, Project['session_recording_masking_config']> = {
  inputs: { maskAllInputs: true },
  everything: { maskAllInputs: true, maskTextSelector: '*' },
  nothing: { maskAllInputs: false },
}

/** What to tell the API; a number that is none is sent as it is, and the API says what is wrong. */
export function toChange(draft: Draft): ProjectChange {
  const percent = draft.percent.trim()
  const share = Number(percent) / 100
  const minimum = draft.minimum.trim()
  return {
    session_recording_opt_in: draft.on,
    capture_console_log_opt_in: draft.console,
    capture_performance_opt_in: draft.network,
    session_recording_network_payload_capture_config: {
      recordHeaders: draft.headers,
      recordBody: draft.bodies,
    },
    session_recording_sample_rate:
      share === 1 || percent === '' ? null : Number.isNaN(share) ? percent : String(share),
    session_recording_minimum_duration_milliseconds:
      minimum === '' ? null : Math.round(Number(minimum) * 1000),
    ...(draft.masking !== 'own' && { session_recording_masking_config: configs[draft.masking] }),
  }
}
