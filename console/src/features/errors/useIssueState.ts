import { useMemo } from 'react'
import { useSearchParams } from 'react-router'
import { fromParameters, toParameters, type IssueState } from './issueState'

/** The page's state in the address, so that an occurrence can be sent as a link. */
export function useIssueState(): [IssueState, (change: Partial<IssueState>) => void] {
  const [parameters, setParameters] = useSearchParams()
  const state = useMemo(() => fromParameters(parameters), [parameters])
  const change = (changed: Partial<IssueState>) =>
    setParameters(toParameters({ ...state, ...changed }), { replace: true })
  return [state, change]
}
