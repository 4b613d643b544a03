import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'react-router'
import { messageOf } from '@/api/errors'
import { deleteInsight, insightsQuery, type Insight } from '@/api/insights'
import { useProject, useProjectPath } from '@/app/project'
import { Button, ButtonLink } from '@/components/Button'
import { EmptyState } from '@/components/EmptyState'
import { Icon } from '@/components/Icon'
import { IconInput } from '@/components/Input'
import { Loading } from '@/components/Loading'
import { matches } from '@/components/match'
import { ErrorNotice } from '@/components/Notice'
import { Page } from '@/components/Page'
import { Panel } from '@/components/Panel'
import { Time } from '@/components/Time'
import { toast } from '@/components/toast'
import table from '@/components/table.module.css'
import { insightKind } from './insightKind'
import styles from './Insights.module.css'

export function Component() {
  const { id } = useProject()
  const path = useProjectPath()
  const { data, error, refetch } = useQuery(insightsQuery(id))
  const [typed, setTyped] = useState('')
  const found = data?.filter((insight) => matches(typed, insight.name, insight.description))
  return (
    <Page
      title="Product analytics"
      lead="Saved trends and queries of this project."
      actions={
        <ButtonLink look="primary" icon="plus" to={path('insights/new')}>
          New trend
        </ButtonLink>
      }
    >
      {error && <ErrorNotice error={error} onRetry={() => void refetch()} />}
      {data && data.length > 0 && (
        <IconInput
          icon="search"
          aria-label="Search insights"
          placeholder="Search insights"
          className={styles.search ?? ''}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
      )}
      <Panel flush>
        {!data && !error && <Loading />}
        {data?.length === 0 && (
          <EmptyState
            icon="chart"
            title="No saved insights yet"
            action={
              <ButtonLink icon="plus" to={path('insights/new')}>
                Draw a trend
              </ButtonLink>
            }
          >
            Draw how often something happens, by whom and where they come from, and save what you
            want to see again.
          </EmptyState>
        )}
        {found && found.length > 0 && <InsightTable insights={found} />}
        {found?.length === 0 && data && data.length > 0 && (
          <EmptyState icon="search" title="No insight is called that" />
        )}
      </Panel>
    </Page>
  )
}

function InsightTable({ insights }: { insights: Insight[] }) {
  return (
    <table className={table.table}>
      <thead>
        <tr>
          <th>Name</th>
          <th>Kind</th>
          <th>Made by</th>
          <th className={table.number}>Changed</th>
          <th aria-label="Actions" />
        </tr>
      </thead>
      <tbody>
        {insights.map((insight) => (
          <Row key={insight.id} insight={insight} />
        ))}
      </tbody>
    </table>
  )
}

function Row({ insight }: { insight: Insight }) {
  const { id } = useProject()
  const path = useProjectPath()
  const client = useQueryClient()
  const kind = insightKind(insight)
  const remove = useMutation({
    mutationFn: () => deleteInsight(id, insight.id),
    onSuccess: () => client.invalidateQueries({ queryKey: ['insights', id] }),
    onError: (error) => toast(messageOf(error), 'bad'),
  })
  return (
    <tr>
      <td>
        <Link to={path(kind.path)} className={styles.name}>
          <Icon name={kind.icon} />
          {insight.name || 'Without a name'}
        </Link>
      </td>
      <td className={table.faint}>{kind.label}</td>
      <td className={table.faint}>{insight.created_by?.email ?? '–'}</td>
      <td className={`${table.number} ${table.time}`}>
        <Time value={insight.last_modified_at} look="ago" />
      </td>
      <td className={table.number}>
        <Button
          look="quiet"
          icon="trash"
          aria-label={`Delete ${insight.name}`}
          busy={remove.isPending}
          onClick={() => {
            if (window.confirm(`Delete “${insight.name}”?`)) remove.mutate()
          }}
        />
      </td>
    </tr>
  )
}
