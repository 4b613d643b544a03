import { propertyLabel } from '@/features/taxonomy/labels'
import type { Operator, PropertyFilter } from './filter'

interface OperatorMeaning {
  label: string
  values: 'none' | 'one' | 'many'
}

export const meanings: Record<Operator, OperatorMeaning> = {
  exact: { label: 'is', values: 'many' },
  is_not: { label: 'is not', values: 'many' },
  icontains: { label: 'contains', values: 'one' },
  not_icontains: { label: 'does not contain', values: 'one' },
  regex: { label: 'matches', values: 'one' },
  not_regex: { label: 'does not match', values: 'one' },
  gt: { label: 'is more than', values: 'one' },
  gte: { label: 'is at least', values: 'one' },
  lt: { label: 'is less than', values: 'one' },
  lte: { label: 'is at most', values: 'one' },
  is_set: { label: 'is set', values: 'none' },
  is_not_set: { label: 'is not set', values: 'none' },
}

/** Whether the filter says enough to be asked; a half-written one must not change the numbers. */
export const isComplete = (filter: PropertyFilter): boolean =>
  filter.key !== '' &&
  (meanings[filter.operator].values === 'none' || filter.value.some((value) => value !== ''))

export function filterLabel(filter: PropertyFilter): string {
  const name = propertyLabel(filter.key)
  const { label, values } = meanings[filter.operator]
  return values === 'none' ? `${name} ${label}` : `${name} ${label} ${filter.value.join(' or ')}`
}
