import { jsonObject, text } from '@/hogql/rows'
import { operators, type FlagOperator, type PropertyFilter } from './filter'

/** The property filters of a saved query or flag; what is of another kind is left out. */
export function readFilters(value: unknown): PropertyFilter[]
export function readFilters<O extends FlagOperator>(
  value: unknown,
  known: readonly O[],
): PropertyFilter<O>[]
export function readFilters(
  value: unknown,
  known: readonly FlagOperator[] = operators,
): PropertyFilter<FlagOperator>[] {
  return list(value).flatMap((filter) => {
    const type = oneOf(['event', 'person'] as const, filter['type'])
    const operator = oneOf(known, filter['operator'] ?? 'exact')
    const key = text(filter['key'])
    if (!type || !operator || !key) return []
    const given = filter['value']
    const values = Array.isArray(given)
      ? given
      : given === undefined || given === null
        ? []
        : [given]
    return [{ type, key, operator, value: values.map(text) }]
  })
}

/** A JSON array as objects. */
export function list(value: unknown): Record<string, unknown>[] {
  return Array.isArray(value) ? value.map((item: unknown) => jsonObject(item)) : []
}

/** A value, if it is one of those allowed. */
export function oneOf<const T extends string>(all: readonly T[], value: unknown): T | undefined {
  return all.find((candidate) => candidate === value)
}
