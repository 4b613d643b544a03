import { useQuery } from '@tanstack/react-query'
import { cohortsQuery, type Cohort } from '@/api/cohorts'
import { useProject, useProjectPath } from '@/app/project'
import { ButtonLink } from '@/components/Button'
import { EmptyState } from '@/components/EmptyState'
import { ItemName } from '@/components/ItemName'
import { ListPage } from '@/components/ListPage'
import { Time } from '@/components/Time'
import table from '@/components/table.module.css'
import { summary } from './cohort'

export function Component() {
  const { id } = useProject()
  const path = useProjectPath()
  const list = useQuery(cohortsQuery(id))
  return (
    <ListPage
      title="Cohorts"
      lead="Persons who have something in common, or a list of your own, for flags to look at."
      one="cohort"
      several="cohorts"
      create={{ label: 'New cohort', to: path('cohorts/new') }}
      list={list}
      texts={(cohort) => [cohort.name, cohort.description]}
      empty={
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
      }
    >
      {(cohorts) => <CohortTable cohorts={cohorts} />}
    </ListPage>
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
            <td className={table.rest}>
              <ItemName to={path(`cohorts/${cohort.id}`)} note={cohort.description}>
                {cohort.name}
              </ItemName>
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
