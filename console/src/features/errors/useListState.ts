import { useMemo } from 'react'
import { useSearchParams } from 'react-router'
import { fromParameters, toParameters, type ListState } from './listState'

/** The list's state in the address, so that a link or going back shows the same list. */
export function useListState(): [ListState, (change: Partial<ListState>) => void] {
  const [parameters, setParameters] = useSearchParams()
  const state = useMemo(() => fromParameters(parameters), [parameters])
  const change = (changed: Partial<ListState>) =>
    setParameters(toParameters({ ...state, page: 0, ...changed }), { replace: true })
  return [state, change]
}
