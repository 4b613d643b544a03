import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { countedIssuesQuery } from '@/api/issues'
import { sessionQuery } from '@/api/session'
import { useProject } from '@/app/project'
import { Button } from '@/components/Button'
import { CostLine } from '@/components/CostLine'
import { Loading, Progress } from '@/components/Loading'
import { ErrorNotice } from '@/components/Notice'
import { Page } from '@/components/Page'
import { Panel } from '@/components/Panel'
import { rangeLabel } from '@/features/trends/dateRange'
import { BulkBar } from './BulkBar'
import { ErrorTabs } from './ErrorTabs'
import { IssueTable } from './IssueTable'
import { IssueToolbar } from './IssueToolbar'
import { orderedBy, PAGE, toAsked } from './listState'
import { NoIssues } from './NoIssues'
import { useListState } from './useListState'
import styles from './Issues.module.css'

export function Component() {
  const { id } = useProject()
  const { data: me } = useQuery(sessionQuery)
  const [state, change] = useListState()
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const { data, error, isFetching, refetch } = useQuery(
    countedIssuesQuery(id, toAsked(state, me?.id)),
  )
  const issues = data?.results ?? []
  // What is no longer in sight is not changed with the rest.
  const selected = issues.filter((issue) => chosen.has(issue.id))
  return (
    <Page
      title="Error tracking"
      lead="Exceptions of your apps, those of one cause grouped into an issue."
    >
      <ErrorTabs />
      <IssueToolbar state={state} onChange={change} />
      {error && <ErrorNotice error={error} onRetry={() => void refetch()} />}
      {!(error && !data) && (
        <Panel flush>
          {selected.length > 0 && <BulkBar issues={selected} onDone={() => setChosen(new Set())} />}
          <Progress active={isFetching} />
          {!data && <Loading lines={8} />}
          {issues.length > 0 && (
            <IssueTable
              issues={issues}
              state={state}
              chosen={chosen}
              onChoose={setChosen}
              onOrder={(order) => change(orderedBy(state, order))}
            />
          )}
          {data && issues.length === 0 && <NoIssues state={state} onChange={change} />}
        </Panel>
      )}
      {data && (
        <div className={styles.foot}>
          <CostLine took={data.took} cost={data.cost} rows={issues.length} />
          {(state.page > 0 || data.hasMore) && (
            <div className={styles.pages}>
              <Button disabled={state.page === 0} onClick={() => change({ page: state.page - 1 })}>
                Previous {PAGE}
              </Button>
              <Button disabled={!data.hasMore} onClick={() => change({ page: state.page + 1 })}>
                Next {PAGE}
              </Button>
            </div>
          )}
        </div>
      )}
      <p className="visually-hidden" role="status">
        {data && `${issues.length} issues, ${rangeLabel(state.range)}`}
      </p>
    </Page>
  )
}
