import { useParams } from 'react-router'
import { useProjectPath } from '@/app/project'
import { Loading } from '@/components/Loading'
import { NotLoadedPage } from '@/components/NotLoadedPage'
import { Notice } from '@/components/Notice'
import { Page } from '@/components/Page'
import { InsightDescription, InsightName } from '@/features/insights/InsightText'
import { Builder } from './Builder'
import { sourceOf } from './fromQuery'
import { InsightActions } from './InsightActions'
import { Toolbar } from './Toolbar'
import { TrendsView } from './TrendsView'
import { unreadable } from './unreadable'
import { useTrend } from './useTrend'

/** A trend: the question on top, the answer below. */
export function Component() {
  const { insightId } = useParams()
  const path = useProjectPath()
  const { saved, state, changed, change, reset } = useTrend(insightId)
  const name = saved.data?.name || (insightId ? 'Insight' : 'New trend')
  if (saved.error) {
    return (
      <NotLoadedPage
        one="insight"
        icon="chart"
        error={saved.error}
        onRetry={() => void saved.refetch()}
        all={{ label: 'All insights', to: path('insights') }}
      />
    )
  }
  const kind = saved.data && sourceOf(saved.data.query).kind
  if (kind !== undefined && kind !== 'TrendsQuery') {
    return (
      <Page title={name}>
        <Notice tone="warn">
          This insight is a {kind}, which this version cannot draw. Its query is kept as it is.
        </Notice>
      </Page>
    )
  }
  if (!state) return <Loading />
  const beyond = saved.data ? unreadable(saved.data.query) : []
  return (
    <Page
      title={name}
      heading={saved.data && <InsightName insight={saved.data} />}
      lead={saved.data && <InsightDescription insight={saved.data} />}
      actions={
        <InsightActions insight={saved.data} state={state} changed={changed} onReset={reset} />
      }
    >
      {beyond.length > 0 && (
        <Notice tone="warn">
          This insight was made elsewhere and also has {beyond.join(', ')}, which this page does not
          know: its numbers here differ, and saving would drop it.
        </Notice>
      )}
      <Builder state={state} onChange={change} />
      <Toolbar state={state} onChange={change} />
      <TrendsView state={state} />
    </Page>
  )
}
