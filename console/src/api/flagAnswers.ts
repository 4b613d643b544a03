import { queryOptions } from '@tanstack/react-query'
import { api } from './client'

/** What a flag answers for somebody, and why. */
export interface FlagAnswer {
  key: string
  enabled: boolean
  variant: string | null
  reason: { code: string; condition_index: number | null; description: string } | null
  metadata: { id: number; payload: string | null }
}

interface FlagAnswers {
  flags: Record<string, FlagAnswer>
  errorsWhileComputingFlags: boolean
}

/** Asks as an SDK of no particular runtime does, so that every flag that is on answers. */
export const flagAnswersQuery = (token: string, distinctId: string) =>
  queryOptions({
    queryKey: ['flagAnswers', token, distinctId],
    queryFn: ({ signal }) =>
      api.post<FlagAnswers>(
        '/flags/?v=2',
        { token, distinct_id: distinctId, evaluation_runtime: 'all' },
        signal,
      ),
  })
