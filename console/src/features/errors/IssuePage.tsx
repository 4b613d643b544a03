import { useQuery } from '@tanstack/react-query'
import { Navigate, useLocation, useParams } from 'react-router'
import { issueQuery } from '@/api/issues'
import { useProject, useProjectPath } from '@/app/project'
import { Loading } from '@/components/Loading'
import { NotLoadedPage } from '@/components/NotLoadedPage'
import { Page } from '@/components/Page'
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
  if (error) {
    return (
      <NotLoadedPage
        one="issue"
        icon="bug"
        error={error}
        onRetry={() => void refetch()}
        all={{ label: 'See all issues', to: path('errors') }}
      >
        The address may be of another project, or of an issue that never existed.
      </NotLoadedPage>
    )
  }
  return (
    <Page title="Issue">
      <Loading lines={8} />
    </Page>
  )
}
