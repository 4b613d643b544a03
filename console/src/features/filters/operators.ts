import { propertyLabel } from '@/features/taxonomy/labels'
import type { FlagFilter, FlagOperator } from './filter'

interface OperatorMeaning {
  label: string
  values: 'none' | 'one' | 'many'
}

export const meanings: Record<FlagOperator, OperatorMeaning> = {
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
  starts_with: { label: 'starts with', values: 'one' },
  not_starts_with: { label: 'does not start with', values: 'one' },
  ends_with: { label: 'ends with', values: 'one' },
  not_ends_with: { label: 'does not end with', values: 'one' },
  is_date_before: { label: 'is before', values: 'one' },
  is_date_after: { label: 'is after', values: 'one' },
  semver_eq: { label: 'is version', values: 'one' },
  semver_gt: { label: 'is newer than version', values: 'one' },
  semver_gte: { label: 'is at least version', values: 'one' },
  semver_lt: { label: 'is older than version', values: 'one' },
  semver_lte: { label: 'is at most version', values: 'one' },
  semver_tilde: { label: 'is a patch of version', values: 'one' },
  semver_caret: { label: 'is compatible with version', values: 'one' },
  semver_wildcard: { label: 'is one of versions', values: 'one' },
}

/** Whether the filter says enough to be asked; a half-written one must not change the numbers. */
export const isComplete = (filter: FlagFilter): boolean =>
  filter.key !== '' &&
  (meanings[filter.operator].values === 'none' || filter.value.some((value) => value !== ''))

export function filterLabel(filter: FlagFilter): string {
  const name = propertyLabel(filter.key)
  const { label, values } = meanings[filter.operator]
  return values === 'none' ? `${name} ${label}` : `${name} ${label} ${filter.value.join(' or ')}`
}
