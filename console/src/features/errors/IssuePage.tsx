import { useQuery } from '@tanstack/react-query'
import { Navigate, useLocation, useParams } from 'react-router'
import { ApiError } from '@/api/errors'
import { issueQuery } from '@/api/issues'
import { useProject, useProjectPath } from '@/app/project'
import { ButtonLink } from '@/components/Button'
import { EmptyState } from '@/components/EmptyState'
import { Loading } from '@/components/Loading'
import { ErrorNotice } from '@/components/Notice'
import { Page } from '@/components/Page'
import { Panel } from '@/components/Panel'
import { IssueView } from './IssueView'

export function Component() {
  const { id } = useProject()
  const path = useProjectPath()
  const { search } = useLocation()
  const asked = useParams()['issueId'] ?? ''
  const { data: issue, error, refetch } = useQuery(issueQuery(id, asked))
  if (issue && issue.id !== asked) {
    // It was merged into another one: that is where its exceptions are.
    return <Navigate to={path(`errors/${issue.id}${search}`)} replace />
  }
  if (issue) return <IssueView key={issue.id} issue={issue} />
  if (error instanceof ApiError && error.status === 404) return <Unknown />
  return (
    <Page title="Issue">
      {error ? <ErrorNotice error={error} onRetry={() => void refetch()} /> : <Loading lines={8} />}
    </Page>
  )
}

function Unknown() {
  const path = useProjectPath()
  return (
    <Page title="Issue">
      <Panel>
        <EmptyState
          icon="bug"
          title="There is no such issue"
          action={<ButtonLink to={path('errors')}>See all issues</ButtonLink>}
        >
          The address may be of another project, or of an issue that never existed.
        </EmptyState>
      </Panel>
    </Page>
  )
}
