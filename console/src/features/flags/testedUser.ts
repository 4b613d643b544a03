import type { FlagTest, TestedCondition } from '@/api/flags'

/** A JSON object as it is typed; nothing typed is an empty one, and null is what is none. */
export function readObject(text: string): Record<string, unknown> | null {
  if (text.trim() === '') return {}
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : null
  } catch {
    return null
  }
}

export function outcome({ enabled, variant }: FlagTest): string {
  if (!enabled) return 'Does not get it.'
  return variant === null ? 'Gets it.' : `Gets “${variant}”.`
}

const labels: Record<TestedCondition['code'], string> = {
  condition_match: 'matches',
  no_condition_match: 'a filter does not hold',
  out_of_rollout_bound: 'not rolled out this far',
  no_group_type: 'the app names no such group',
}

export const verdictLabel = (code: TestedCondition['code']): string => labels[code]

/** A share with as many digits as tell two neighbours apart. */
export const formatPercent = (share: number): string =>
  `${Number(share.toFixed(2)).toLocaleString('en')} %`
