import { useMutation, useQueryClient } from '@tanstack/react-query'
import { messageOf } from '@/api/errors'
import { changeProject, projectsQuery } from '@/api/projects'
import { useProject, useProjectPath } from '@/app/project'
import { Button, ButtonLink } from '@/components/Button'
import { EmptyState } from '@/components/EmptyState'
import { toast } from '@/components/toast'
import styles from './Replay.module.css'

/** Says how to switch recording on, and does it. */
export function SwitchedOff() {
  const { id } = useProject()
  const path = useProjectPath()
  const client = useQueryClient()
  const start = useMutation({
    mutationFn: () => changeProject(id, { session_recording_opt_in: true }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: projectsQuery.queryKey })
      toast('Pages that load posthog-js now record.')
    },
    onError: (error) => toast(messageOf(error), 'bad'),
  })
  return (
    <EmptyState
      icon="replay"
      title="Sessions are not recorded"
      action={
        <span className={styles.offer}>
          <Button look="primary" busy={start.isPending} onClick={() => start.mutate()}>
            Record sessions
          </Button>
          <ButtonLink to={path('settings/project')}>Choose what is recorded</ButtonLink>
        </span>
      }
    >
      Switch it on, and every page with posthog-js records from its next load on: nothing has to be
      deployed. What people type is masked unless you decide otherwise.
    </EmptyState>
  )
}
