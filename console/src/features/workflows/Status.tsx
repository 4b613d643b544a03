import type { RunStatus, WorkflowStatus } from '@/api/workflows'
import { statusLabels, statusTones, type Tone } from './runs'
import styles from './Workflows.module.css'

function Pill({ tone, children }: { tone: Tone; children: string }) {
  return <span className={`${styles.pill} ${styles[tone]}`}>{children}</span>
}

export function RunPill({ status }: { status: RunStatus }) {
  return <Pill tone={statusTones[status]}>{statusLabels[status]}</Pill>
}

const workflowLabels: Record<WorkflowStatus, string> = {
  draft: 'Draft',
  active: 'Active',
  archived: 'Archived',
}

export function WorkflowPill({ status }: { status: WorkflowStatus }) {
  return <Pill tone={status === 'active' ? 'good' : 'quiet'}>{workflowLabels[status]}</Pill>
}
