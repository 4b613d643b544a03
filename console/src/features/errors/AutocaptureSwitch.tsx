import { useMutation, useQueryClient } from '@tanstack/react-query'
import { messageOf } from '@/api/errors'
import { changeProject, projectsQuery } from '@/api/projects'
import { useProject } from '@/app/project'
import { Switch } from '@/components/Switch'
import { toast } from '@/components/toast'
import styles from './First.module.css'

/** Tells posthog-js on web pages to send what nobody catches. */
export function AutocaptureSwitch() {
  const project = useProject()
  const client = useQueryClient()
  const on = project.autocapture_exceptions_opt_in ?? false
  const change = useMutation({
    mutationFn: (wanted: boolean) =>
      changeProject(project.id, { autocapture_exceptions_opt_in: wanted }),
    onSuccess: () => client.invalidateQueries({ queryKey: projectsQuery.queryKey }),
    onError: (error) => toast(messageOf(error), 'bad'),
  })
  return (
    <div className={styles.switch}>
      <Switch
        label="Capture uncaught exceptions of web pages"
        checked={change.isPending ? change.variables : on}
        disabled={change.isPending}
        onChange={(wanted) => change.mutate(wanted)}
      />
      <p>
        <strong>Capture uncaught exceptions of web pages</strong>
        Pages that load posthog-js from this server send them from their next load on.
      </p>
    </div>
  )
}
