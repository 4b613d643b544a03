import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { runQuery } from '@/api/query'
import { useProject } from '@/app/project'
import { markOf, marksOf, type Mark, type Metadata } from './marks'
import { useSettled } from './useSettled'

const none: Mark[] = []

/** The mistakes of the query, found while it is written or when it ran. */
export function useMarks(query: string, failed: { query: string | undefined; error: unknown }) {
  const { id } = useProject()
  const settled = useSettled(query, 600)
  const { data } = useQuery({
    queryKey: ['metadata', id, settled],
    queryFn: ({ signal }) =>
      runQuery<Metadata>(id, { kind: 'HogQLMetadata', language: 'hogQL', query: settled }, signal),
    enabled: settled.trim() !== '',
    // A check that fails is no news: running the query says more.
    retry: false,
    staleTime: 60_000,
  })
  return useMemo((): Mark[] => {
    if (failed.error && failed.query === query) {
      const mark = markOf(failed.error, query.length)
      if (mark.length > 0) return mark
    }
    return settled === query ? marksOf(data, query.length) : none
  }, [failed.error, failed.query, query, settled, data])
}
