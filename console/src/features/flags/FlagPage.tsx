import { useQuery } from '@tanstack/react-query'
import { useParams } from 'react-router'
import { flagQuery } from '@/api/flags'
import { useProject, useProjectPath } from '@/app/project'
import { Loading } from '@/components/Loading'
import { NotLoadedPage } from '@/components/NotLoadedPage'
import { newDraft, toDraft } from './draft'
import { FlagEditor } from './FlagEditor'

export function Component() {
  const { id } = useProject()
  const path = useProjectPath()
  const { flagId } = useParams()
  const { data, error, refetch } = useQuery({
    ...flagQuery(id, flagId ?? ''),
    enabled: flagId !== undefined,
  })
  if (flagId === undefined) return <FlagEditor start={newDraft} />
  if (error) {
    return (
      <NotLoadedPage
        one="flag"
        icon="flag"
        error={error}
        onRetry={() => void refetch()}
        all={{ label: 'All flags', to: path('flags') }}
      />
    )
  }
  // A version saved elsewhere or here starts the editor afresh.
  return data ? (
    <FlagEditor key={`${data.id}/${data.version}`} flag={data} start={toDraft(data)} />
  ) : (
    <Loading />
  )
}
