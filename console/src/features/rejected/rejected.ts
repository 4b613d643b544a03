import type { TableResult } from '@/api/query'
import { text } from '@/hogql/rows'
import { literal } from '@/hogql/write'

/** Days back. */
export type Span = '1' | '7' | '30'

export interface RejectedRow {
  id: string
  receivedAt: unknown
  step: string
  reason: string
  detail: string
  event: string
  distinctId: string
  body: string
}

const since = (span: Span) => `received_at > now() - INTERVAL ${span} DAY`

export const reasonsQuery = (span: Span) =>
  `SELECT reason, count() AS times FROM rejected
WHERE ${since(span)} GROUP BY reason ORDER BY times DESC LIMIT 50`

export const rejectedQuery = (span: Span, reason: string | null) =>
  `SELECT uuid, received_at, step, reason, detail, event, distinct_id, body FROM rejected
WHERE ${since(span)}${reason === null ? '' : ` AND reason = ${literal(reason)}`}
ORDER BY received_at DESC LIMIT 200`

export const rejectedRows = (result: TableResult): RejectedRow[] =>
  result.results.map((row, index) => ({
    id: text(row[0]) || String(index),
    receivedAt: row[1],
    step: text(row[2]),
    reason: text(row[3]),
    detail: text(row[4]),
    event: text(row[5]),
    distinctId: text(row[6]),
    body: text(row[7]),
  }))

/** A body as its sender meant it: indented when it is JSON, as it came when it is not. */
export function readableBody(body: string): string {
  try {
    return JSON.stringify(JSON.parse(body), null, 2)
  } catch {
    return body
  }
}
