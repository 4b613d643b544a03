import { literal, property } from '@/hogql/write'
import type { PropertyFilter, PropertyRef } from '@/features/filters/filter'
import { NO_VALUE, OTHERS } from './result'

/** A property filter as a HogQL condition, with the meaning it has in insights. */
export function condition(filter: PropertyFilter): string {
  const column = property(filter.type, filter.key)
  const text = `toString(${column})`
  const first = filter.value[0] ?? ''
  const each = filter.value.map(literal).join(', ')
  switch (filter.operator) {
    case 'exact':
      return `${text} IN (${each})`
    case 'is_not':
      return `(${column} IS NULL OR ${text} NOT IN (${each}))`
    case 'icontains':
      return `${text} ILIKE ${containing(first)}`
    case 'not_icontains':
      return `(${column} IS NULL OR ${text} NOT ILIKE ${containing(first)})`
    case 'regex':
      return `match(${text}, ${literal(first)})`
    case 'not_regex':
      return `(${column} IS NULL OR NOT match(${text}, ${literal(first)}))`
    case 'gt':
      return compared(column, '>', first)
    case 'gte':
      return compared(column, '>=', first)
    case 'lt':
      return compared(column, '<', first)
    case 'lte':
      return compared(column, '<=', first)
    case 'is_set':
      return `${column} IS NOT NULL`
    case 'is_not_set':
      return `${column} IS NULL`
  }
}

/** The trend itself refuses what is no number, so there is no point behind one. */
const compared = (column: string, sign: string, value: string): string =>
  `toFloat(${column}) ${sign} ${Number(value)}`

/** A part of a text, whatever the signs in it mean to ILIKE. */
const containing = (text: string): string =>
  literal(`%${text.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`)

/** The events of one breakdown value; the remaining ones are all that are not shown. */
export function breakdownCondition(breakdown: PropertyRef, value: string, shown: string[]): string {
  const column = property(breakdown.type, breakdown.property)
  const text = `toString(${column})`
  const missing = `(${column} IS NULL OR ${text} = '')`
  if (value === NO_VALUE) return missing
  if (value !== OTHERS) return `${text} = ${literal(value)}`
  const named = shown.filter((one) => one !== OTHERS && one !== NO_VALUE)
  return `(NOT ${missing} AND ${text} NOT IN (${named.map(literal).join(', ')}))`
}
