import { useQuery } from '@tanstack/react-query'
import { useParams, useSearchParams } from 'react-router'
import { workflowQuery } from '@/api/workflows'
import { useProject, useProjectPath } from '@/app/project'
import { CodeBlock } from '@/components/CodeBlock'
import { Loading } from '@/components/Loading'
import { NotLoadedPage } from '@/components/NotLoadedPage'
import { Notice } from '@/components/Notice'
import { Page } from '@/components/Page'
import { startOf } from './templates'
import { toDraft } from './draft'
import { WorkflowEditor } from './WorkflowEditor'
import { WorkflowTabs } from './WorkflowTabs'

export function Component() {
  const { id } = useProject()
  const path = useProjectPath()
  const { workflowId } = useParams()
  const [parameters] = useSearchParams()
  const { data, error, refetch } = useQuery({
    ...workflowQuery(id, workflowId ?? ''),
    enabled: workflowId !== undefined,
  })
  if (workflowId === undefined) {
    const from = parameters.get('from')
    return <WorkflowEditor key={from} start={startOf(from)} />
  }
  if (error) {
    return (
      <NotLoadedPage
        one="workflow"
        icon="flow"
        error={error}
        onRetry={() => void refetch()}
        all={{ label: 'All workflows', to: path('workflows') }}
      />
    )
  }
  if (!data) return <Loading />
  const draft = toDraft(data)
  return draft ? (
    // Not by version: what is on the screen stays when it is saved.
    <WorkflowEditor key={data.id} workflow={data} start={draft} />
  ) : (
    <Page title={data.name}>
      <WorkflowTabs id={String(data.id)} />
      <Notice tone="warn">
        The steps of this workflow form a graph that cannot be drawn from top to bottom: ways of
        different conditions meet. It runs all the same. Change it with the API, as it was made.
      </Notice>
      <CodeBlock
        caption="Steps and edges"
        code={JSON.stringify({ actions: data.actions, edges: data.edges }, null, 2)}
      />
    </Page>
  )
}
