import type { RunStatus, RunStep, WorkflowRun } from '@/api/workflows'
import { formatMilliseconds } from '@/format/numbers'
import { parseInstant } from '@/format/times'

export type Tone = 'good' | 'bad' | 'busy' | 'quiet'

export const statusTones: Record<RunStatus, Tone> = {
  running: 'busy',
  waiting: 'busy',
  completed: 'good',
  failed: 'bad',
  cancelled: 'quiet',
}

export const statusLabels: Record<RunStatus, string> = {
  running: 'Running',
  waiting: 'Waiting',
  completed: 'Completed',
  failed: 'Failed',
  cancelled: 'Cancelled',
}

/** How long it took, or has taken so far. */
export function duration(from: string, to: string | null, now: Date): string {
  const start = parseInstant(from)
  const end = to === null ? now : parseInstant(to)
  if (!start || !end) return ''
  const milliseconds = Math.max(0, end.getTime() - start.getTime())
  const hours = milliseconds / 3_600_000
  if (hours < 1) return formatMilliseconds(milliseconds)
  return hours < 48 ? `${Math.round(hours * 10) / 10} h` : `${Math.round(hours / 24)} days`
}

/** What is going on, for a run that has not ended. */
export function waitsFor(run: WorkflowRun): 'delay' | 'attempt' | null {
  const last = run.steps.at(-1)
  if (run.status !== 'waiting' || !last) return null
  return last.type === 'delay' ? 'delay' : 'attempt'
}

export const attemptsLabel = (step: RunStep): string =>
  step.attempts > 1 ? `${step.attempts} attempts` : ''

/** Whether it can be tried again: one that failed before its first step cannot. */
export const canRetry = (run: WorkflowRun): boolean =>
  run.status === 'failed' && run.steps.at(-1)?.status === 'failed'
