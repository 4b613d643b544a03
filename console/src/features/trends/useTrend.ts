import { useQuery } from '@tanstack/react-query'
import { useCallback, useMemo } from 'react'
import { useSearchParams } from 'react-router'
import { insightQuery } from '@/api/insights'
import { useProject } from '@/app/project'
import { fromQuery } from './fromQuery'
import { newTrend, type TrendsState } from './model'
import { fromParameters, holdsTrend, toParameters } from './urlState'

/** The question on the page: what the address says, else what was saved, else a new one. */
export function useTrend(insightId: string | undefined) {
  const { id } = useProject()
  const [parameters, setParameters] = useSearchParams()
  const saved = useQuery({ ...insightQuery(id, insightId ?? ''), enabled: insightId !== undefined })
  const changed = holdsTrend(parameters)
  const query = saved.data?.query
  const state = useMemo((): TrendsState | null => {
    if (changed) return fromParameters(parameters)
    if (insightId === undefined) return newTrend
    return query ? fromQuery(query) : null
  }, [changed, parameters, insightId, query])
  const change = useCallback(
    (next: Partial<TrendsState>) => {
      if (!state) return
      const written = toParameters({ ...state, ...next })
      setParameters(written, { replace: changed })
    },
    [state, changed, setParameters],
  )
  const reset = useCallback(() => setParameters({}), [setParameters])
  return { saved, state, changed, change, reset }
}
