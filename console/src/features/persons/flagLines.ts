import type { FlagAnswer } from '@/api/flagAnswers'
import type { Flag } from '@/api/flags'

/** What a flag is for one person. */
export interface FlagLine {
  id: number
  key: string
  /** `on`, a variant, or `off`; `null` when it was not evaluated. */
  answer: string | null
  on: boolean
  why: string
  payload: string
}

/** Every flag of the project with its answer; those that answer with something come first. */
export const flagLines = (flags: Flag[], answers: Record<string, FlagAnswer>): FlagLine[] =>
  flags
    .map((flag) => lineOf(flag, answers[flag.key]))
    .sort((a, b) => Number(b.on) - Number(a.on) || a.key.localeCompare(b.key))

function lineOf({ id, key, active }: Flag, answer: FlagAnswer | undefined): FlagLine {
  if (!answer) {
    const why = active ? 'It is evaluated only in contexts that apps name' : 'The flag is off'
    return { id, key, answer: active ? null : 'off', on: false, why, payload: '' }
  }
  return {
    id,
    key,
    answer: answer.enabled ? (answer.variant ?? 'on') : 'off',
    on: answer.enabled,
    why: answer.reason?.description ?? '',
    payload: answer.metadata.payload ?? '',
  }
}
