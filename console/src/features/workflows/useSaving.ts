import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from 'react-router'
import { messageOf } from '@/api/errors'
import { changeWorkflow, createWorkflow, type Workflow, type WorkflowStatus } from '@/api/workflows'
import { useProject, useProjectPath } from '@/app/project'
import { toast } from '@/components/toast'
import { fromDraft, type WorkflowDraft } from './draft'

/** Saving, publishing and pausing a workflow; only the last leaves the edited steps unsaved. */
export function useSaving(
  workflow: Workflow | undefined,
  draft: WorkflowDraft,
  onSaved: (saved: Workflow, whole: boolean) => void,
) {
  const { id } = useProject()
  const path = useProjectPath()
  const navigate = useNavigate()
  const client = useQueryClient()
  const known = () => client.invalidateQueries({ queryKey: ['workflows', id] })
  const save = useMutation({
    mutationFn: (status: WorkflowStatus | undefined) => {
      const change = { ...fromDraft(draft), ...(status && { status }) }
      return workflow ? changeWorkflow(id, workflow.id, change) : createWorkflow(id, change)
    },
    onSuccess: async (saved, status) => {
      onSaved(saved, true)
      await known()
      toast(
        status === 'active'
          ? `${saved.name} is published: the next event starts a run.`
          : `${saved.name} is saved.`,
      )
      if (!workflow) await navigate(path(`workflows/${saved.id}`), { replace: true })
    },
  })
  const pause = useMutation({
    mutationFn: (of: Workflow) => changeWorkflow(id, of.id, { status: 'draft' }),
    onSuccess: async (saved) => {
      onSaved(saved, false)
      await known()
      toast(`${saved.name} is paused: it starts no more runs, and those that have begun go on.`)
    },
    onError: (error) => toast(messageOf(error), 'bad'),
  })
  return {
    error: save.error,
    saving: save.isPending,
    pausing: pause.isPending,
    reset: save.reset,
    save: (status: WorkflowStatus | undefined, onRefused: (error: Error) => void) =>
      save.mutate(status, { onError: onRefused }),
    pause: () => {
      if (workflow) pause.mutate(workflow)
    },
  }
}
