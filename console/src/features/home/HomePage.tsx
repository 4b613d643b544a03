import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { insightsQuery } from '@/api/insights'
import { useProject, useProjectPath } from '@/app/project'
import { ButtonLink } from '@/components/Button'
import { Icon } from '@/components/Icon'
import { Loading } from '@/components/Loading'
import { ErrorNotice } from '@/components/Notice'
import { Page } from '@/components/Page'
import { Panel } from '@/components/Panel'
import { insightKind } from '@/features/insights/insightKind'
import { number } from '@/hogql/rows'
import { useHogQL } from '@/hogql/useHogQL'
import { Activity } from './Activity'
import { Figures } from './Figures'
import { Start } from './Start'
import { recentQuery } from './recent'
import styles from './HomePage.module.css'

/** What came in lately; before anything came, how to send it. */
export function Component() {
  const project = useProject()
  const path = useProjectPath()
  const { data, error, refetch } = useHogQL(recentQuery, { refetchInterval: 30_000 })
  const row = data?.results[0]
  const empty = data !== undefined && number(row?.[0]) === 0
  if (empty) return <Start onLook={() => void refetch()} />
  return (
    <Page
      title={project.name}
      actions={
        <ButtonLink look="primary" icon="plus" to={path('insights/new')}>
          New trend
        </ButtonLink>
      }
    >
      {error && <ErrorNotice error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading />}
      {row && <Figures row={row} />}
      {row && <Activity />}
      {row && <SavedInsights />}
    </Page>
  )
}

function SavedInsights() {
  const { id } = useProject()
  const path = useProjectPath()
  const { data = [] } = useQuery(insightsQuery(id))
  if (data.length === 0) return null
  return (
    <Panel title="Saved insights" actions={<Link to={path('insights')}>All</Link>}>
      <ul className={styles.insights}>
        {data.slice(0, 8).map((insight) => {
          const kind = insightKind(insight)
          return (
            <li key={insight.id}>
              <Link to={path(kind.path)}>
                <Icon name={kind.icon} />
                {insight.name || 'Without a name'}
              </Link>
            </li>
          )
        })}
      </ul>
    </Panel>
  )
}
