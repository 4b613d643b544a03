import { useQuery } from '@tanstack/react-query'
import { useParams, useSearchParams } from 'react-router'
import { runsQuery, workflowQuery, type RunLine } from '@/api/workflows'
import { useProject, useProjectPath } from '@/app/project'
import { EmptyState } from '@/components/EmptyState'
import { ItemName } from '@/components/ItemName'
import { Loading } from '@/components/Loading'
import { ErrorNotice } from '@/components/Notice'
import { Page } from '@/components/Page'
import { Panel } from '@/components/Panel'
import { Segmented } from '@/components/Segmented'
import { Time } from '@/components/Time'
import table from '@/components/table.module.css'
import { SenderLink } from '@/features/persons/PersonLink'
import { useSenders } from '@/features/persons/useSenders'
import { eventLabel } from '@/features/taxonomy/labels'
import { duration } from './runs'
import { RunPill, WorkflowPill } from './Status'
import { WorkflowTabs } from './WorkflowTabs'
import styles from './Workflows.module.css'

const shown = [
  { value: 'all', label: 'All' },
  { value: 'open', label: 'Not ended' },
  { value: 'failed', label: 'Failed' },
] as const
type Shown = (typeof shown)[number]['value']

const NEWEST = 200

export function Component() {
  const { id } = useProject()
  const { workflowId = '' } = useParams()
  const [parameters, setParameters] = useSearchParams()
  const wanted = (shown.find((one) => one.value === parameters.get('status'))?.value ??
    'all') satisfies Shown
  const workflow = useQuery(workflowQuery(id, workflowId))
  const { data, error, refetch } = useQuery(runsQuery(id, workflowId))
  const found = data?.filter(
    (run) =>
      wanted === 'all' || (wanted === 'open' ? run.ended_at === null : run.status === 'failed'),
  )
  const title = workflow.data?.name ?? 'Workflow'
  return (
    <Page
      title={`Runs of ${title}`}
      heading={
        <span className={styles.heading}>
          <h1>{title}</h1>
          {workflow.data && <WorkflowPill status={workflow.data.status} />}
        </span>
      }
      actions={
        <Segmented
          label="Which runs"
          value={wanted}
          segments={shown}
          onChange={(status) =>
            setParameters(status === 'all' ? {} : { status }, { replace: true })
          }
        />
      }
    >
      <WorkflowTabs id={workflowId} />
      {error && <ErrorNotice error={error} onRetry={() => void refetch()} />}
      {!error && (
        <Panel flush>
          {!found && <Loading />}
          {data?.length === 0 && (
            <EmptyState icon="flow" title="No runs yet">
              {workflow.data?.status === 'active'
                ? 'The next event that matches starts one.'
                : 'Publish the workflow, and the next event that matches starts one; or test it.'}
            </EmptyState>
          )}
          {found && found.length > 0 && <RunTable runs={found} />}
          {data && data.length > 0 && found?.length === 0 && (
            <EmptyState icon="check" title="None of the newest runs" />
          )}
        </Panel>
      )}
      {data && data.length >= NEWEST && (
        <p className={styles.hint}>These are the newest {NEWEST} runs.</p>
      )}
    </Page>
  )
}

function RunTable({ runs }: { runs: RunLine[] }) {
  const path = useProjectPath()
  const senders = useSenders(runs.map((run) => run.distinct_id))
  return (
    <table className={table.table}>
      <thead>
        <tr>
          <th>Started</th>
          <th>Status</th>
          <th>Event</th>
          <th>Of</th>
          <th>Steps</th>
          <th>Error</th>
          <th className={table.number}>Took</th>
        </tr>
      </thead>
      <tbody>
        {runs.map((run) => (
          <tr key={run.id}>
            <td>
              <ItemName
                to={path(`workflows/${run.workflow}/runs/${run.id}`)}
                note={run.test ? 'test' : undefined}
              >
                <Time value={run.started_at} />
              </ItemName>
            </td>
            <td>
              <RunPill status={run.status} />
            </td>
            <td>{eventLabel(run.event)}</td>
            <td>
              <SenderLink distinctId={run.distinct_id} sender={senders.get(run.distinct_id)} />
            </td>
            <td>
              <span className={styles.dots}>
                {run.steps.map((step, index) => (
                  <span
                    key={index}
                    className={`${styles.dot} ${styles[step.status]}`}
                    title={`${step.name}: ${step.status}`}
                  />
                ))}
              </span>
            </td>
            <td className={styles.badInk} title={run.error}>
              {run.error}
            </td>
            <td className={`${table.number} ${table.time}`}>
              {duration(run.started_at, run.ended_at, new Date())}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
