import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { messageOf } from '@/api/errors'
import { deleteInsight, insightsQuery, type Insight } from '@/api/insights'
import { useProject, useProjectPath } from '@/app/project'
import { Button, ButtonLink } from '@/components/Button'
import { EmptyState } from '@/components/EmptyState'
import { ItemName } from '@/components/ItemName'
import { ListPage } from '@/components/ListPage'
import { Time } from '@/components/Time'
import { toast } from '@/components/toast'
import table from '@/components/table.module.css'
import { insightKind } from './insightKind'

export function Component() {
  const { id } = useProject()
  const path = useProjectPath()
  const list = useQuery(insightsQuery(id))
  return (
    <ListPage
      title="Product analytics"
      lead="Saved trends and queries of this project."
      one="insight"
      several="insights"
      create={{ label: 'New trend', to: path('insights/new') }}
      list={list}
      texts={(insight) => [insight.name, insight.description]}
      empty={
        <EmptyState
          icon="chart"
          title="No saved insights yet"
          action={
            <ButtonLink icon="plus" to={path('insights/new')}>
              Draw a trend
            </ButtonLink>
          }
        >
          Draw how often something happens, by whom and where they come from, and save what you want
          to see again.
        </EmptyState>
      }
    >
      {(insights) => <InsightTable insights={insights} />}
    </ListPage>
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
      <td className={table.rest}>
        <ItemName to={path(kind.path)} icon={kind.icon} note={insight.description}>
          {insight.name || 'Without a name'}
        </ItemName>
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
