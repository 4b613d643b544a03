import type { Flag } from '@/api/flags'
import { filterLabel } from '@/features/filters/operators'
import { toDraft, type ConditionSet } from './draft'

/** Who gets a flag, in a line. */
export function summary(flag: Flag): string {
  const { sets } = toDraft(flag)
  const [first, ...others] = sets
  if (!first) return 'nobody'
  return others.length === 0 ? setLabel(first) : `${setLabel(first)}, and ${others.length} more`
}

export function setLabel(set: ConditionSet): string {
  const conditions = [
    ...set.filters.map(filterLabel),
    ...(set.kept.length > 0 ? [`${set.kept.length} more`] : []),
  ]
  if (set.rollout === 0) return 'nobody'
  const whom = conditions.length > 0 ? `persons whose ${conditions.join(' and ')}` : 'persons'
  if (set.rollout === 100) return conditions.length > 0 ? whom : 'everybody'
  return `${set.rollout} % of ${whom}`
}
