import { parseInstant } from '@/format/times'

/** A text as a HogQL literal. */
export function literal(value: string | number | boolean): string {
  if (typeof value !== 'string') return String(value)
  const escaped = value
    .replaceAll('\\', '\\\\')
    .replaceAll("'", "\\'")
    .replaceAll('\n', '\\n')
    .replaceAll('\t', '\\t')
    .replaceAll('\r', '\\r')
  return `'${escaped}'`
}

/** A name as a HogQL identifier, in backticks where it needs them. */
export function identifier(name: string): string {
  if (/^[A-Za-z_$][\w$]*$/.test(name)) return name
  return `\`${name.replaceAll('\\', '\\\\').replaceAll('`', '\\`')}\``
}

/** A property of an event or of its person. */
export function property(owner: 'event' | 'person', name: string): string {
  return `${owner === 'person' ? 'person.properties' : 'properties'}.${identifier(name)}`
}

/** An instant as a HogQL value. The zone is written, so it means the same in every project. */
export function instant(value: Date | string): string {
  const date = value instanceof Date ? value : parseInstant(value)
  if (!date) throw new Error(`${String(value)} is not a time`)
  return `toDateTime(${literal(date.toISOString().slice(0, 19).replace('T', ' '))}, 'UTC')`
}

export const all = (conditions: string[]): string => conditions.join(' AND ')
