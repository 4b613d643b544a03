import { api } from './client'

/** Any query the query endpoint runs; `kind` says which. */
export interface QueryNode {
  kind: string
  [field: string]: unknown
}

/** What a query read and took, as far as the engine says. */
export interface QueryCost {
  engine?: string
  /** Why this engine was chosen. */
  reason?: string
  rows_scanned?: number
  bytes_scanned?: number
  /** What had to come over the network: the rest was here already. */
  bytes_fetched?: number
  files?: number
  milliseconds?: number
  dollars?: number
}

export interface TableResult {
  columns: string[]
  types: [string, string][]
  results: unknown[][]
  hasMore?: boolean
  limit?: number
  /** The text as it was asked. */
  query?: string
  hogql?: string
  cost?: QueryCost
}

/** An answer with the time it took from the browser's side. */
export type Timed<T> = T & { took: number }

export async function runQuery<T>(
  project: number,
  query: QueryNode,
  signal?: AbortSignal,
): Promise<Timed<T>> {
  const start = performance.now()
  const answer = await api.post<T>(`/api/projects/${project}/query/`, { query }, signal)
  return { ...answer, took: performance.now() - start }
}

export const runHogQL = (project: number, query: string, signal?: AbortSignal) =>
  runQuery<TableResult>(project, { kind: 'HogQLQuery', query }, signal)

/** All rows of a query as CSV, as many as a query gives at most: not only those of a page. */
export const exportHogQL = (project: number, query: string): Promise<string> =>
  api.postFor('text/csv', `/api/projects/${project}/query/`, {
    query: { kind: 'HogQLQuery', query },
  })
