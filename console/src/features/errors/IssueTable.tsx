import { useQuery } from '@tanstack/react-query'
import type { CountedIssue, Order } from '@/api/issues'
import { sessionQuery } from '@/api/session'
import { Sparkline } from '@/chart/Sparkline'
import { Time } from '@/components/Time'
import table from '@/components/table.module.css'
import { formatShort, plural } from '@/format/numbers'
import { assigneeName } from './assignee'
import { IssueName } from './IssueName'
import type { ListState } from './listState'
import { OrderHeader } from './OrderHeader'
import styles from './Issues.module.css'

interface IssueTableProps {
  issues: CountedIssue[]
  state: ListState
  chosen: ReadonlySet<string>
  onChoose: (chosen: ReadonlySet<string>) => void
  onOrder: (order: Order) => void
}

export function IssueTable({ issues, state, chosen, onChoose, onOrder }: IssueTableProps) {
  const { data: me } = useQuery(sessionQuery)
  const all = issues.every((issue) => chosen.has(issue.id))
  const toggle = (id: string) => {
    const next = new Set(chosen)
    if (!next.delete(id)) next.add(id)
    onChoose(next)
  }
  const order = { state, onOrder }
  return (
    <div className={styles.container}>
      <table className={`${table.table} ${styles.issues}`}>
        <thead>
          <tr>
            <th className={styles.check}>
              <input
                type="checkbox"
                aria-label="Choose all issues"
                checked={all}
                onChange={() => onChoose(new Set(all ? [] : issues.map((issue) => issue.id)))}
              />
            </th>
            <th>Issue</th>
            <th className={styles.volume}>Volume</th>
            <OrderHeader order="occurrences" label="Occurrences" {...order} />
            <OrderHeader order="users" label="Users" className={styles.users} {...order} />
            <OrderHeader order="sessions" label="Sessions" className={styles.sessions} {...order} />
            <OrderHeader
              order="last_seen"
              label="Last seen"
              className={styles.lastSeen}
              {...order}
            />
            <OrderHeader
              order="first_seen"
              label="First seen"
              className={styles.firstSeen}
              {...order}
            />
            <th className={styles.assignee}>Assigned to</th>
          </tr>
        </thead>
        <tbody>
          {issues.map((issue) => (
            <tr key={issue.id} className={chosen.has(issue.id) ? styles.chosen : ''}>
              <td className={styles.check}>
                <input
                  type="checkbox"
                  aria-label={`Choose ${issue.name}`}
                  checked={chosen.has(issue.id)}
                  onChange={() => toggle(issue.id)}
                />
              </td>
              <td className={styles.issue}>
                <IssueName issue={issue} withStatus={state.status === 'all'} range={state.range} />
              </td>
              <td className={styles.volume}>
                <Volume issue={issue} />
              </td>
              <td className={table.number}>{formatShort(issue.aggregations.occurrences)}</td>
              <td className={`${table.number} ${styles.users}`}>
                {formatShort(issue.aggregations.users)}
              </td>
              <td className={`${table.number} ${styles.sessions}`}>
                {formatShort(issue.aggregations.sessions)}
              </td>
              <td className={`${table.number} ${table.time} ${styles.lastSeen}`}>
                <Time value={issue.last_seen} look="ago" />
              </td>
              <td className={`${table.number} ${table.time} ${styles.firstSeen}`}>
                <Time value={issue.first_seen} look="ago" />
              </td>
              <td className={`${styles.assignee} ${issue.assignee ? '' : table.faint}`}>
                {assigneeName(issue.assignee, me)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Volume({ issue: { aggregations } }: { issue: CountedIssue }) {
  return (
    <Sparkline
      label={`${plural(aggregations.occurrences, 'occurrence')} over time`}
      values={aggregations.volume_buckets.map((bucket) => bucket.value)}
    />
  )
}
