import type { TableResult } from '@/api/query'

type ColumnKind = 'number' | 'time' | 'text'

export interface Column {
  name: string
  kind: ColumnKind
  index: number
}

/** What each column holds, by what the server says and else by what is in it. */
export function columnsOf(result: TableResult): Column[] {
  return result.columns.map((name, index) => ({
    name,
    index,
    kind: kindOf(
      typeName(result, index),
      result.results.slice(0, 50).map((row) => row[index]),
    ),
  }))
}

function typeName(result: TableResult, index: number): string {
  const type: unknown = result.types?.[index]
  return String(Array.isArray(type) ? type[1] : type).toLowerCase()
}

function kindOf(type: string, sample: unknown[]): ColumnKind {
  if (/date|time/.test(type)) return 'time'
  if (/int|float|decimal|double|numeric/.test(type)) return 'number'
  const known = sample.filter((value) => value !== null && value !== undefined)
  if (known.length === 0) return 'text'
  if (known.every((value) => typeof value === 'number')) return 'number'
  return known.every((value) => typeof value === 'string' && /^\d{4}-\d\d-\d\d/.test(value))
    ? 'time'
    : 'text'
}
