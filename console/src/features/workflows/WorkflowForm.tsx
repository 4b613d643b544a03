import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from 'react-router'
import { messageOf } from '@/api/errors'
import { deleteWorkflow, type Workflow } from '@/api/workflows'
import { useProject, useProjectPath } from '@/app/project'
import { Button } from '@/components/Button'
import { Field } from '@/components/Field'
import { Input } from '@/components/Input'
import { Time } from '@/components/Time'
import { toast } from '@/components/toast'
import type { WorkflowDraft } from './draft'
import styles from './Workflows.module.css'

interface WorkflowFormProps {
  draft: WorkflowDraft
  workflow: Workflow | undefined
  onChange: (change: Partial<WorkflowDraft>) => void
}

export function WorkflowForm({ draft, workflow, onChange }: WorkflowFormProps) {
  return (
    <>
      <Field label="What it is for">
        {(control) => (
          <Input
            {...control}
            value={draft.description}
            onChange={(event) => onChange({ description: event.target.value })}
          />
        )}
      </Field>
      {workflow && (
        <div className={styles.foot}>
          <span>
            Version {workflow.version}, {workflow.last_modified_by?.email},{' '}
            <Time value={workflow.updated_at} look="ago" />
          </span>
          <DeleteWorkflow workflow={workflow} />
        </div>
      )}
    </>
  )
}

function DeleteWorkflow({ workflow }: { workflow: Workflow }) {
  const { id } = useProject()
  const path = useProjectPath()
  const navigate = useNavigate()
  const client = useQueryClient()
  const remove = useMutation({
    mutationFn: () => deleteWorkflow(id, workflow.id),
    onSuccess: async () => {
      await navigate(path('workflows'))
      await client.invalidateQueries({ queryKey: ['workflows', id] })
    },
    onError: (error) => toast(messageOf(error), 'bad'),
  })
  return (
    <Button
      look="quiet"
      icon="trash"
      busy={remove.isPending}
      onClick={() => {
        if (window.confirm(`Runs of “${workflow.name}” that wait are cancelled. Delete it?`)) {
          remove.mutate()
        }
      }}
    >
      Delete
    </Button>
  )
}
