import type { ReactNode } from 'react'
import type { CountedIssue } from '@/api/issues'
import { Time } from '@/components/Time'
import { formatNumber } from '@/format/numbers'
import styles from './Issue.module.css'

/** How often, to how many, and since when. */
export function IssueFigures({ issue }: { issue: CountedIssue }) {
  const { occurrences, users, sessions } = issue.aggregations
  return (
    <dl className={styles.figures}>
      <Figure label="Occurrences">{formatNumber(occurrences)}</Figure>
      <Figure label="Users">{formatNumber(users)}</Figure>
      <Figure label="Sessions">{formatNumber(sessions)}</Figure>
      <Figure label="First seen">
        <Time value={issue.first_seen} look="ago" />
      </Figure>
      <Figure label="Last seen">
        <Time value={issue.last_seen} look="ago" />
      </Figure>
    </dl>
  )
}

function Figure({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  )
}
