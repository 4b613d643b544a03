import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import {
  activityQuery,
  workflowsQuery,
  type Workflow,
  type WorkflowActivity,
} from '@/api/workflows'
import { useProject, useProjectPath } from '@/app/project'
import { EmptyState } from '@/components/EmptyState'
import { Icon } from '@/components/Icon'
import { ItemName } from '@/components/ItemName'
import { ListPage } from '@/components/ListPage'
import { ErrorNotice } from '@/components/Notice'
import { Time } from '@/components/Time'
import table from '@/components/table.module.css'
import { list as listed } from '@/features/filters/readFilters'
import { formatNumber } from '@/format/numbers'
import { text } from '@/hogql/rows'
import { newEvent } from './draft'
import { Starts } from './Starts'
import { WorkflowPill } from './Status'
import { kindOf, triggerLine } from './words'
import styles from './Workflows.module.css'

export function Component() {
  const { id } = useProject()
  const path = useProjectPath()
  const list = useQuery(workflowsQuery(id))
  const activity = useQuery({ ...activityQuery(id), refetchInterval: 15_000 })
  return (
    <ListPage
      title="Workflows"
      lead="What happens by itself when an event comes: wait, decide, call an address, send an email."
      one="workflow"
      several="workflows"
      create={{ label: 'New workflow', to: path('workflows/new') }}
      list={list}
      texts={(workflow) => [workflow.name, workflow.description]}
      notice={activity.error && <ErrorNotice error={activity.error} />}
      empty={
        <>
          <EmptyState icon="flow" title="No workflows yet">
            An event starts one run, and the run does its steps one after the other. It outlives
            restarts and tries again what fails; all attempts of a step carry one id, so that
            receivers can tell.
          </EmptyState>
          <Starts />
        </>
      }
    >
      {(workflows) => <WorkflowTable workflows={workflows} activity={activity.data ?? null} />}
    </ListPage>
  )
}

interface TableProps {
  workflows: Workflow[]
  activity: WorkflowActivity[] | null
}

function WorkflowTable({ workflows, activity }: TableProps) {
  return (
    <table className={table.table}>
      <thead>
        <tr>
          <th>Workflow</th>
          <th>Status</th>
          <th>Starts with</th>
          <th>Steps</th>
          <th className={table.number}>Runs, 7 days</th>
          <th className={table.number}>Failed</th>
          <th className={table.number}>Changed</th>
        </tr>
      </thead>
      <tbody>
        {workflows.map((workflow) => (
          <Row
            key={workflow.id}
            workflow={workflow}
            activity={activity?.find((one) => one.workflow === workflow.id)}
          />
        ))}
      </tbody>
    </table>
  )
}

interface RowProps {
  workflow: Workflow
  activity: WorkflowActivity | undefined
}

function Row({ workflow, activity }: RowProps) {
  const path = useProjectPath()
  const events = listed(workflow.trigger.filters?.['events']).map((event) =>
    newEvent(text(event['id'])),
  )
  const runs = path(`workflows/${workflow.id}/runs`)
  return (
    <tr>
      <td className={table.rest}>
        <ItemName to={path(`workflows/${workflow.id}`)} note={workflow.description}>
          {workflow.name}
        </ItemName>
      </td>
      <td>
        <WorkflowPill status={workflow.status} />
      </td>
      <td>{triggerLine(events)}</td>
      <td>
        <span className={styles.icons}>
          {workflow.actions.slice(0, 8).map((action) => (
            <span key={action.id} title={action.name ?? kindOf(action.type).label}>
              <Icon name={kindOf(action.type).icon} size={14} />
            </span>
          ))}
          {workflow.actions.length > 8 && `+${workflow.actions.length - 8}`}
        </span>
      </td>
      <td className={table.number}>
        {activity ? (
          <Link to={runs}>
            {formatNumber(activity.runs)}
            {activity.more && '+'}
          </Link>
        ) : (
          '–'
        )}
      </td>
      <td className={table.number}>
        {activity && activity.failed > 0 ? (
          <Link to={`${runs}?status=failed`} className={styles.badInk}>
            {formatNumber(activity.failed)}
          </Link>
        ) : (
          <span className={table.faint}>{activity ? '0' : '–'}</span>
        )}
      </td>
      <td className={`${table.number} ${table.time}`}>
        <Time value={workflow.updated_at} look="ago" />
      </td>
    </tr>
  )
}
