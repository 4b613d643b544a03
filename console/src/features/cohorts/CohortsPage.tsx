import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'react-router'
import { cohortsQuery, type Cohort } from '@/api/cohorts'
import { useProject, useProjectPath } from '@/app/project'
import { ButtonLink } from '@/components/Button'
import { EmptyState } from '@/components/EmptyState'
import { IconInput } from '@/components/Input'
import { Loading } from '@/components/Loading'
import { matches } from '@/components/match'
import { ErrorNotice } from '@/components/Notice'
import { Page } from '@/components/Page'
import { Panel } from '@/components/Panel'
import { Time } from '@/components/Time'
import table from '@/components/table.module.css'
import { summary } from './cohort'
import styles from './Cohorts.module.css'

export function Component() {
  const { id } = useProject()
  const path = useProjectPath()
  const { data, error, refetch } = useQuery(cohortsQuery(id))
  const [typed, setTyped] = useState('')
  const found = data?.filter((cohort) => matches(typed, cohort.name, cohort.description))
  return (
    <Page
      title="Cohorts"
      lead="Persons who have something in common, or a list of your own, for flags to look at."
      actions={
        <ButtonLink look="primary" icon="plus" to={path('cohorts/new')}>
          New cohort
        </ButtonLink>
      }
    >
      {error && <ErrorNotice error={error} onRetry={() => void refetch()} />}
      {data && data.length > 0 && (
        <IconInput
          icon="search"
          aria-label="Search cohorts"
          placeholder="Search cohorts"
          className={styles.search ?? ''}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
      )}
      {!error && (
        <Panel flush>
          {!data && <Loading />}
          {data?.length === 0 && (
            <EmptyState
              icon="people"
              title="No cohorts yet"
              action={
                <ButtonLink icon="plus" to={path('cohorts/new')}>
                  Make the first cohort
                </ButtonLink>
              }
            >
              Say once who your paying customers are, and use it in every flag.
            </EmptyState>
          )}
          {found && found.length > 0 && <CohortTable cohorts={found} />}
          {found?.length === 0 && data && data.length > 0 && (
            <EmptyState icon="search" title="No cohort is called that" />
          )}
        </Panel>
      )}
    </Page>
  )
}

function CohortTable({ cohorts }: { cohorts: Cohort[] }) {
  const path = useProjectPath()
  return (
    <table className={table.table}>
      <thead>
        <tr>
          <th>Cohort</th>
          <th>Who is in it</th>
          <th className={table.number}>Changed</th>
        </tr>
      </thead>
      <tbody>
        {cohorts.map((cohort) => (
          <tr key={cohort.id}>
            <td>
              <Link to={path(`cohorts/${cohort.id}`)} className={styles.name}>
                {cohort.name}
              </Link>
              {cohort.description && <span className={styles.what}>{cohort.description}</span>}
            </td>
            <td title={summary(cohort)}>{summary(cohort)}</td>
            <td className={`${table.number} ${table.time}`}>
              <Time value={cohort.updated_at} look="ago" />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
