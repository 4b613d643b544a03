import { useState } from 'react'
import { useNavigate } from 'react-router'
import type { Issue } from '@/api/issues'
import { useProjectPath } from '@/app/project'
import { Button } from '@/components/Button'
import { Menu } from '@/components/Menu'
import { AssigneeMenu } from './AssigneeMenu'
import { MergeInto } from './MergeInto'
import { askedInSql } from './occurrence'
import { RenameIssue } from './RenameIssue'
import { SplitIssue } from './SplitIssue'
import { StatusMenu } from './StatusMenu'
import { useIssueChange } from './useIssueChanges'

/** What can be done with an issue. */
export function IssueActions({ issue }: { issue: Issue }) {
  const change = useIssueChange(issue.id)
  const [open, setOpen] = useState<'rename' | 'merge' | 'split' | null>(null)
  const close = () => setOpen(null)
  const navigate = useNavigate()
  const path = useProjectPath()
  const sql = `${path('sql')}?query=${encodeURIComponent(askedInSql(issue.id))}`
  const other = issue.status === 'active' ? 'resolved' : 'active'
  return (
    <>
      <AssigneeMenu
        assignee={issue.assignee}
        onChange={(assignee) => change.mutate({ assignee })}
      />
      <StatusMenu status={issue.status} onChange={(status) => change.mutate({ status })} />
      <Button
        look={issue.status === 'active' ? 'primary' : 'plain'}
        icon={issue.status === 'active' ? 'check' : 'refresh'}
        busy={change.isPending}
        onClick={() => change.mutate({ status: other })}
      >
        {issue.status === 'active' ? 'Resolve' : 'Open again'}
      </Button>
      <Menu
        align="end"
        trigger={(toggle) => (
          <Button icon="dots" aria-label="More" aria-haspopup="menu" {...toggle} />
        )}
        items={[
          { label: 'Rename', icon: 'pencil', onSelect: () => setOpen('rename') },
          { label: 'Merge others into it', icon: 'pipe', onSelect: () => setOpen('merge') },
          { label: 'Split it', icon: 'split', onSelect: () => setOpen('split') },
          'line',
          { label: 'Ask in SQL', icon: 'code', onSelect: () => void navigate(sql) },
        ]}
      />
      {open === 'rename' && <RenameIssue issue={issue} onClose={close} />}
      {open === 'merge' && <MergeInto issue={issue} onClose={close} />}
      {open === 'split' && <SplitIssue issue={issue} onClose={close} />}
    </>
  )
}
