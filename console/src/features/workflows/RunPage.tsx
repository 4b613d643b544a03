import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useParams } from 'react-router'
import { messageOf } from '@/api/errors'
import {
  cancelRun,
  isOver,
  retryRun,
  runQuery,
  workflowQuery,
  type WholeRun,
} from '@/api/workflows'
import { useProject, useProjectPath } from '@/app/project'
import { Button } from '@/components/Button'
import { CodeBlock } from '@/components/CodeBlock'
import { Loading } from '@/components/Loading'
import { ErrorNotice, Notice } from '@/components/Notice'
import { Page } from '@/components/Page'
import { Panel } from '@/components/Panel'
import { Time } from '@/components/Time'
import { toast } from '@/components/toast'
import { SenderLink } from '@/features/persons/PersonLink'
import { useSenders } from '@/features/persons/useSenders'
import { jsonObject, text } from '@/hogql/rows'
import { canRetry, duration } from './runs'
import { RunPill } from './Status'
import { RunSteps } from './RunSteps'
import { WorkflowTabs } from './WorkflowTabs'
import styles from './Workflows.module.css'

export function Component() {
  const { id } = useProject()
  const path = useProjectPath()
  const { workflowId = '', runId = '' } = useParams()
  const workflow = useQuery(workflowQuery(id, workflowId))
  const { data: run, error, refetch } = useQuery(runQuery(id, workflowId, runId))
  return (
    <Page
      title="Run"
      heading={
        <span className={styles.heading}>
          <h1>{run?.test ? 'Test run' : 'Run'}</h1>
          {run && <RunPill status={run.status} />}
        </span>
      }
      lead={
        <>
          of <Link to={path(`workflows/${workflowId}`)}>{workflow.data?.name ?? 'a workflow'}</Link>
          {run && (
            <>
              , version {run.workflow_version}, started <Time value={run.started_at} look="full" />
              {run.ended_at && `, took ${duration(run.started_at, run.ended_at, new Date())}`}
            </>
          )}
        </>
      }
      actions={run && <Actions run={run} workflowId={workflowId} />}
    >
      <WorkflowTabs id={workflowId} />
      {error && <ErrorNotice error={error} onRetry={() => void refetch()} />}
      {!run && !error && <Loading />}
      {run && (
        <>
          {run.error && (
            <Notice tone={run.status === 'failed' ? 'bad' : 'warn'}>{run.error}</Notice>
          )}
          <div className={`${styles.editor} ${styles.run}`}>
            <RunSteps run={run} />
            <div className={styles.inspector}>
              <Panel title="What it read of the event and its person">
                <Kept run={run} />
              </Panel>
            </div>
          </div>
        </>
      )}
    </Page>
  )
}

function Actions({ run, workflowId }: { run: WholeRun; workflowId: string }) {
  const { id } = useProject()
  const client = useQueryClient()
  const changed = (after: WholeRun) => {
    client.setQueryData(runQuery(id, workflowId, run.id).queryKey, after)
    return client.invalidateQueries({ queryKey: ['workflows', id, workflowId, 'runs'] })
  }
  const onError = (error: Error) => toast(messageOf(error), 'bad')
  const cancel = useMutation({
    mutationFn: () => cancelRun(id, workflowId, run.id),
    onSuccess: changed,
    onError,
  })
  const retry = useMutation({
    mutationFn: () => retryRun(id, workflowId, run.id),
    onSuccess: changed,
    onError,
  })
  return (
    <>
      {!isOver(run) && (
        <Button icon="close" busy={cancel.isPending} onClick={() => cancel.mutate()}>
          Cancel the run
        </Button>
      )}
      {canRetry(run) && (
        <Button
          look="primary"
          icon="refresh"
          busy={retry.isPending}
          title="Goes on with the step that failed, as the workflow is now"
          onClick={() => retry.mutate()}
        >
          Try the step again
        </Button>
      )}
    </>
  )
}

function Kept({ run }: { run: WholeRun }) {
  const event = jsonObject(run.context['event'])
  const person = jsonObject(run.context['person'])
  const distinctId = text(event['distinct_id'])
  const senders = useSenders([distinctId])
  return (
    <>
      <dl className={styles.facts}>
        <dt>Event</dt>
        <dd>{text(event['event'])}</dd>
        <dt>At</dt>
        <dd>
          <Time value={event['timestamp']} look="full" />
        </dd>
        <dt>Of</dt>
        <dd>
          <SenderLink distinctId={distinctId} sender={senders.get(distinctId)} />
        </dd>
        <dt>Event id</dt>
        <dd className={styles.code}>{run.event_uuid}</dd>
        <dt>Run id</dt>
        <dd className={styles.code}>{run.id}</dd>
      </dl>
      <CodeBlock
        caption="Properties of the event"
        code={JSON.stringify(event['properties'] ?? {}, null, 2)}
      />
      <CodeBlock
        caption="Properties of the person"
        code={JSON.stringify(person['properties'] ?? {}, null, 2)}
      />
    </>
  )
}
