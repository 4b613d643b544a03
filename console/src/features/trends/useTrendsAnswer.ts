import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useDeferredValue, useMemo } from 'react'
import { runQuery } from '@/api/query'
import { useProject } from '@/app/project'
import type { TrendsState } from './model'
import { axisOf, readResults, type TrendsAnswer } from './result'
import { toQuery } from './toQuery'

/** Asks the question, and keeps the answer before in sight until the new one is there. */
export function useTrendsAnswer(state: TrendsState) {
  const { id } = useProject()
  const query = useDeferredValue(JSON.stringify(toQuery(state)))
  const asked = useQuery({
    queryKey: ['trends', id, query],
    queryFn: async ({ signal }) => ({
      state,
      answer: await runQuery<TrendsAnswer>(id, JSON.parse(query), signal),
    }),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  })
  const { data } = asked
  const read = useMemo(
    () =>
      data && {
        // The question it answers: while the next one runs the labels must still fit the numbers.
        state: data.state,
        answer: data.answer,
        results: readResults(data.answer, data.state),
        axis: axisOf(data.answer),
      },
    [data],
  )
  return { ...asked, read }
}

export type ReadAnswer = NonNullable<ReturnType<typeof useTrendsAnswer>['read']>
