import type { TableResult } from '@/api/query'

/** A JSON column as an object, however the engine sent it. */
export function jsonObject(value: unknown): Record<string, unknown> {
  if (typeof value === 'string') {
    try {
      return jsonObject(JSON.parse(value) as unknown)
    } catch {
      return {}
    }
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return {}
  return value as Record<string, unknown>
}

export const text = (value: unknown): string =>
  value === null || value === undefined
    ? ''
    : typeof value === 'string'
      ? value
      : JSON.stringify(value)

export const number = (value: unknown): number => {
  const parsed = Number(value)
  return Number.isFinite(parsed) ? parsed : 0
}

/** The first column of a result, as texts. */
export const firstColumn = (result: TableResult): string[] =>
  result.results.map((row) => text(row[0]))

/** An array column as texts, however the engine sent it. */
export function texts(value: unknown): string[] {
  if (Array.isArray(value)) return value.map(text)
  if (typeof value !== 'string' || !value.startsWith('[')) return []
  try {
    return texts(JSON.parse(value) as unknown)
  } catch {
    return []
  }
}
