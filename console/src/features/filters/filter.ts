/** Whose property it is. */
export type PropertyOwner = 'event' | 'person'

export interface PropertyRef {
  type: PropertyOwner
  property: string
}

/** A condition on a property. */
export interface PropertyFilter<O extends FlagOperator = Operator> {
  type: PropertyOwner
  key: string
  operator: O
  value: string[]
}

export const operators = [
  'exact',
  'is_not',
  'icontains',
  'not_icontains',
  'regex',
  'not_regex',
  'gt',
  'gte',
  'lt',
  'lte',
  'is_set',
  'is_not_set',
] as const
export type Operator = (typeof operators)[number]

/** Flags and cohorts compare in more ways than insights do. */
export const flagOperators = [
  ...operators,
  'starts_with',
  'not_starts_with',
  'ends_with',
  'not_ends_with',
  'is_date_before',
  'is_date_after',
  'semver_eq',
  'semver_gt',
  'semver_gte',
  'semver_lt',
  'semver_lte',
  'semver_tilde',
  'semver_caret',
  'semver_wildcard',
] as const
export type FlagOperator = (typeof flagOperators)[number]

export type FlagFilter = PropertyFilter<FlagOperator>
