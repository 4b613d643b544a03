import { number, text } from '@/hogql/rows'
import { all } from '@/hogql/write'

const dimensions = [
  { column: 'browser', label: 'Browser' },
  { column: 'os', label: 'Operating system' },
  { column: 'release', label: 'Release' },
  { column: 'lib', label: 'Library' },
  { column: 'handled', label: 'Handled' },
] as const

export interface Share {
  value: string
  times: number
  /** Of all, from 0 to 1. */
  part: number
}

export interface Distribution {
  label: string
  shares: Share[]
  /** How many values are not among the shares. */
  others: number
}

const MOST_COMBINATIONS = 5000
const SHOWN = 5

/** One scan for all of them: the combinations are few, and are added up here. */
export const distributionsQuery = (conditions: string[]): string => {
  const columns = dimensions.map(({ column }) => column).join(', ')
  return `SELECT ${columns}, count() AS times FROM exceptions
WHERE ${all(conditions)}
GROUP BY ${columns} ORDER BY times DESC LIMIT ${MOST_COMBINATIONS}`
}

export const distributionsOf = (rows: unknown[][]): Distribution[] =>
  dimensions.map(({ label, column }, index) => {
    const times = new Map<string, number>()
    let total = 0
    for (const row of rows) {
      const count = number(row[dimensions.length])
      const value = valueOf(column, row[index])
      times.set(value, (times.get(value) ?? 0) + count)
      total += count
    }
    const shares = [...times]
      .map(([value, count]) => ({ value, times: count, part: count / total }))
      .sort((a, b) => b.times - a.times || a.value.localeCompare(b.value))
    return { label, shares: shares.slice(0, SHOWN), others: Math.max(0, shares.length - SHOWN) }
  })

function valueOf(column: string, value: unknown): string {
  if (column === 'handled') {
    if (value === null || value === undefined) return 'unknown'
    return value === true || value === 1 || value === 'true' ? 'handled' : 'unhandled'
  }
  return text(value) || 'unknown'
}
