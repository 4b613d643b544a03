/** Whose property it is. */
export type PropertyOwner = 'event' | 'person'

export interface PropertyRef {
  type: PropertyOwner
  property: string
}

/** A condition on a property. */
export interface PropertyFilter {
  type: PropertyOwner
  key: string
  operator: Operator
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
