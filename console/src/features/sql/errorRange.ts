import { ApiError } from '@/api/errors'
import { jsonObject } from '@/hogql/rows'

interface ErrorRange {
  from: number
  to: number
}

/** Where in the text the server found the mistake; nothing when it did not say. */
export function errorRange(error: unknown, length: number): ErrorRange | null {
  if (!(error instanceof ApiError)) return null
  const extra = jsonObject(error.body['extra'] ?? {})
  const start = position(error.body['start']) ?? position(extra['start'])
  if (start === null) return null
  const end = position(error.body['end']) ?? position(extra['end']) ?? start + 1
  const from = Math.min(start, Math.max(length - 1, 0))
  // An empty range would not be seen: mark at least one character.
  return { from, to: Math.min(Math.max(end, from + 1), length) }
}

const position = (value: unknown): number | null =>
  typeof value === 'number' && value >= 0 ? value : null
