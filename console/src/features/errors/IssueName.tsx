import { Link } from 'react-router'
import type { CountedIssue } from '@/api/issues'
import { useProjectPath } from '@/app/project'
import type { DateRange } from '@/features/trends/model'
import { issuePath } from './issueState'
import { StatusBadge } from './StatusMenu'
import styles from './Issues.module.css'

interface IssueNameProps {
  issue: CountedIssue
  withStatus?: boolean
  /** The time that its page shows as well. */
  range: DateRange
}

/** What an issue is called, what was said, and where it is thrown. */
export function IssueName({ issue, withStatus = false, range }: IssueNameProps) {
  const path = useProjectPath()
  return (
    <div className={styles.named}>
      <span className={styles.title}>
        <Link to={path(issuePath(issue.id, { range }))}>{issue.name || 'Error'}</Link>
        {withStatus && <StatusBadge status={issue.status} />}
      </span>
      {issue.description && (
        <span className={styles.description} title={issue.description}>
          {issue.description}
        </span>
      )}
      <span className={styles.where}>
        {[issue.function, issue.source].filter(Boolean).join(' in ') || issue.library}
      </span>
    </div>
  )
}
