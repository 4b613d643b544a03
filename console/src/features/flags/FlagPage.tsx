import { useQuery } from '@tanstack/react-query'
import { useParams } from 'react-router'
import { flagQuery } from '@/api/flags'
import { useProject } from '@/app/project'
import { Loading } from '@/components/Loading'
import { ErrorNotice } from '@/components/Notice'
import { Page } from '@/components/Page'
import { newDraft, toDraft } from './draft'
import { FlagEditor } from './FlagEditor'

export function Component() {
  const { id } = useProject()
  const { flagId } = useParams()
  const { data, error, refetch } = useQuery({
    ...flagQuery(id, flagId ?? ''),
    enabled: flagId !== undefined,
  })
  if (flagId === undefined) return <FlagEditor start={newDraft} />
  if (error) {
    return (
      <Page title="Feature flag">
        <ErrorNotice error={error} onRetry={() => void refetch()} />
      </Page>
    )
  }
  // A version saved elsewhere or here starts the editor afresh.
  return data ? (
    <FlagEditor key={`${data.id}/${data.version}`} flag={data} start={toDraft(data)} />
  ) : (
    <Loading />
  )
}
