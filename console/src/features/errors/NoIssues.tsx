import { Button } from '@/components/Button'
import { EmptyState } from '@/components/EmptyState'
import { Loading } from '@/components/Loading'
import { rangeLabel } from '@/features/trends/dateRange'
import { number } from '@/hogql/rows'
import { useHogQL } from '@/hogql/useHogQL'
import { FirstException } from './FirstException'
import { isNarrowed, usualList, type ListState } from './listState'

interface NoIssuesProps {
  state: ListState
  onChange: (change: Partial<ListState>) => void
}

const ANY = 'SELECT count() FROM (SELECT uuid FROM exceptions LIMIT 1)'

/** Why the list is empty: nothing matches, nothing happened lately, or nothing was ever sent. */
export function NoIssues({ state, onChange }: NoIssuesProps) {
  const { data, error } = useHogQL(ANY)
  if (!data && !error) return <Loading lines={3} />
  const never = number(data?.results[0]?.[0]) === 0
  if (never && !error) return <FirstException />
  if (isNarrowed(state)) {
    return (
      <EmptyState
        icon="filter"
        title="No issue matches"
        action={<Button onClick={() => onChange(usualList)}>Show all active issues</Button>}
      >
        {state.range.from === 'all'
          ? 'Nothing that was ever sent is like that.'
          : `In this time (${rangeLabel(state.range)}) nothing happened that is like that.`}
      </EmptyState>
    )
  }
  return (
    <EmptyState
      icon="check"
      title="No active issue"
      action={
        state.range.from !== 'all' && (
          <Button onClick={() => onChange({ range: { from: 'all', to: null } })}>
            Show those of all time
          </Button>
        )
      }
    >
      {rangeLabel(state.range)}: no exception of an active issue.
    </EmptyState>
  )
}
