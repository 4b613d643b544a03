import { useState } from 'react'
import { statuses, type CountedIssue } from '@/api/issues'
import { Button } from '@/components/Button'
import { Menu } from '@/components/Menu'
import { plural } from '@/format/numbers'
import { MergeChosen } from './MergeChosen'
import { statusMeanings } from './status'
import { useAssigneeItems } from './useAssigneeItems'
import { useIssuesChange } from './useIssueChanges'
import styles from './Issues.module.css'

interface BulkBarProps {
  issues: CountedIssue[]
  onDone: () => void
}

/** What can be done with the chosen issues at once. */
export function BulkBar({ issues, onDone }: BulkBarProps) {
  const [merging, setMerging] = useState(false)
  const ids = issues.map((issue) => issue.id)
  const change = useIssuesChange(ids, onDone)
  const assignees = useAssigneeItems(undefined, (assignee) =>
    change.mutate({ action: 'assign', assignee }),
  )
  const offered = statuses.filter((status) => issues.some((issue) => issue.status !== status))
  return (
    <div className={styles.bulk} role="toolbar" aria-label="Change the chosen issues">
      <strong>{plural(issues.length, 'issue')}</strong>
      {offered.map((status) => (
        <Button
          key={status}
          disabled={change.isPending}
          title={statusMeanings[status].meaning}
          onClick={() => change.mutate({ action: 'set_status', status })}
        >
          {statusMeanings[status].action}
        </Button>
      ))}
      <Menu
        trigger={(toggle) => (
          <Button disabled={change.isPending} aria-haspopup="menu" {...toggle}>
            Assign to
          </Button>
        )}
        items={assignees}
      />
      {issues.length > 1 && (
        <Button disabled={change.isPending} onClick={() => setMerging(true)}>
          Merge
        </Button>
      )}
      <Button look="quiet" icon="close" onClick={onDone}>
        None
      </Button>
      {merging && <MergeChosen issues={issues} onClose={() => setMerging(false)} onDone={onDone} />}
    </div>
  )
}
