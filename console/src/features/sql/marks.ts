import { messageOf } from '@/api/errors'
import { errorRange } from './errorRange'

/** A place in the query that the server has something to say about. */
export interface Mark {
  from: number
  to: number
  message: string
  severity: 'error' | 'warning'
}

export interface Metadata {
  errors?: MetadataNotice[]
  warnings?: MetadataNotice[]
}

interface MetadataNotice {
  message: string
  start?: number | null
  end?: number | null
}

/** What a check of the query found. A notice without a place is shown when the query runs. */
export function marksOf(metadata: Metadata | undefined, length: number): Mark[] {
  const mark = (severity: Mark['severity']) => (notice: MetadataNotice) => {
    if (typeof notice.start !== 'number') return []
    const from = Math.min(notice.start, Math.max(length - 1, 0))
    const to = Math.min(Math.max(notice.end ?? 0, from + 1), length)
    return [{ from, to, message: notice.message, severity }]
  }
  return [
    ...(metadata?.errors ?? []).flatMap(mark('error')),
    ...(metadata?.warnings ?? []).flatMap(mark('warning')),
  ]
}

/** Where a run failed. */
export function markOf(error: unknown, length: number): Mark[] {
  const range = errorRange(error, length)
  return range ? [{ ...range, message: messageOf(error), severity: 'error' }] : []
}
