import { useQuery } from '@tanstack/react-query'
import { countedIssuesQuery, type CountedIssue } from '@/api/issues'
import { useProject } from '@/app/project'
import { CostLine } from '@/components/CostLine'
import { EmptyState } from '@/components/EmptyState'
import { Loading } from '@/components/Loading'
import { ErrorNotice } from '@/components/Notice'
import { Panel } from '@/components/Panel'
import { Time } from '@/components/Time'
import table from '@/components/table.module.css'
import { IssueName } from '@/features/errors/IssueName'
import type { DateRange } from '@/features/trends/model'
import { formatNumber } from '@/format/numbers'
import styles from './Persons.module.css'

const ever: DateRange = { from: 'all', to: null }

/** The issues that happened to a person. */
export function PersonErrors({ person }: { person: string }) {
  const { id } = useProject()
  const { data, error, refetch } = useQuery(
    countedIssuesQuery(id, {
      personId: person,
      dateRange: { date_from: ever.from, date_to: ever.to },
      status: 'all',
      volumeResolution: 0,
      limit: 100,
    }),
  )
  return (
    <>
      {error && <ErrorNotice error={error} onRetry={() => void refetch()} />}
      <Panel flush>
        {!data && !error && <Loading lines={5} />}
        {data?.results.length === 0 && (
          <EmptyState icon="check" title="No errors">
            No exception was sent that happened to this person.
          </EmptyState>
        )}
        {data && data.results.length > 0 && <Issues issues={data.results} />}
      </Panel>
      {data && <CostLine took={data.took} cost={data.cost} rows={data.results.length} />}
    </>
  )
}

function Issues({ issues }: { issues: CountedIssue[] }) {
  return (
    <table className={`${table.table} ${styles.issues}`}>
      <thead>
        <tr>
          <th>Issue</th>
          <th className={table.number}>Times</th>
          <th className={table.number}>Last seen</th>
        </tr>
      </thead>
      <tbody>
        {issues.map((issue) => (
          <tr key={issue.id}>
            <td>
              <IssueName issue={issue} withStatus range={ever} />
            </td>
            <td className={table.number}>{formatNumber(issue.aggregations.occurrences)}</td>
            <td className={`${table.number} ${table.time}`}>
              <Time value={issue.last_seen} look="ago" />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
