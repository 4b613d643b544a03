import type { Flag } from '@/api/flags'
import { flagOperators } from '@/features/filters/filter'
import { filterLabel } from '@/features/filters/operators'
import { readFilters } from '@/features/filters/readFilters'
import { jsonObject } from '@/hogql/rows'
import { toDraft, type ConditionSet } from './draft'

/** Who gets a flag, in a line. */
export function summary(flag: Flag): string {
  const { sets } = toDraft(flag)
  const [first, ...others] = sets
  if (!first) return 'nobody'
  return others.length === 0 ? setLabel(first) : `${setLabel(first)}, and ${others.length} more`
}

export function setLabel(set: ConditionSet): string {
  const conditions = set.filters.map(filterLabel)
  const who = [
    ...(conditions.length > 0 ? [`whose ${conditions.join(' and ')}`] : []),
    ...set.kept.map(keptLabel),
  ].join(' and ')
  if (set.rollout === 0) return 'nobody'
  const all = typeof set.rest.aggregation_group_type_index === 'number' ? 'groups' : 'persons'
  const whom = who === '' ? all : `${all} ${who}`
  if (set.rollout === 100) return who === '' && all === 'persons' ? 'everybody' : whom
  return `${set.rollout} % of ${whom}`
}

const OTHER = 'with one more condition'

/** A condition on something else than a person's property. */
function keptLabel(condition: unknown): string {
  const { type, operator, value, negation } = jsonObject(condition)
  switch (type) {
    case 'cohort':
      return operator === 'not_in' || negation === true ? 'not in a cohort' : 'in a cohort'
    case 'flag':
      return value === false ? 'without another flag' : 'with another flag'
    case 'group': {
      const asked = readFilters([{ ...jsonObject(condition), type: 'person' }], flagOperators)
      return asked.map((filter) => `whose ${filterLabel(filter)}`).join('') || OTHER
    }
    default:
      return OTHER
  }
}
