import { useQuery } from '@tanstack/react-query'
import { useParams } from 'react-router'
import { cohortQuery } from '@/api/cohorts'
import { useProject, useProjectPath } from '@/app/project'
import { Loading } from '@/components/Loading'
import { NotLoadedPage } from '@/components/NotLoadedPage'
import { newCohort, toDraft } from './cohort'
import { CohortEditor } from './CohortEditor'

export function Component() {
  const { id } = useProject()
  const path = useProjectPath()
  const { cohortId } = useParams()
  const { data, error, refetch } = useQuery({
    ...cohortQuery(id, cohortId ?? ''),
    enabled: cohortId !== undefined,
  })
  if (cohortId === undefined) return <CohortEditor start={newCohort} />
  if (error) {
    return (
      <NotLoadedPage
        one="cohort"
        icon="people"
        error={error}
        onRetry={() => void refetch()}
        all={{ label: 'All cohorts', to: path('cohorts') }}
      />
    )
  }
  return data ? (
    <CohortEditor key={`${data.id}/${data.version}`} cohort={data} start={toDraft(data)} />
  ) : (
    <Loading />
  )
}
