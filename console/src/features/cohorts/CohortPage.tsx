import { useQuery } from '@tanstack/react-query'
import { useParams } from 'react-router'
import { cohortQuery } from '@/api/cohorts'
import { useProject } from '@/app/project'
import { Loading } from '@/components/Loading'
import { ErrorNotice } from '@/components/Notice'
import { Page } from '@/components/Page'
import { newCohort, toDraft } from './cohort'
import { CohortEditor } from './CohortEditor'

export function Component() {
  const { id } = useProject()
  const { cohortId } = useParams()
  const { data, error, refetch } = useQuery({
    ...cohortQuery(id, cohortId ?? ''),
    enabled: cohortId !== undefined,
  })
  if (cohortId === undefined) return <CohortEditor start={newCohort} />
  if (error) {
    return (
      <Page title="Cohort">
        <ErrorNotice error={error} onRetry={() => void refetch()} />
      </Page>
    )
  }
  return data ? (
    <CohortEditor key={`${data.id}/${data.version}`} cohort={data} start={toDraft(data)} />
  ) : (
    <Loading />
  )
}
