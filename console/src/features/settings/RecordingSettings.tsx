import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import { ApiError } from '@/api/errors'
import { changeProject, projectsQuery, type Project } from '@/api/projects'
import { Button } from '@/components/Button'
import { Field } from '@/components/Field'
import { Checkbox, Input, Select } from '@/components/Input'
import { ErrorNotice } from '@/components/Notice'
import { toast } from '@/components/toast'
import { draftOf, maskings, toChange, type Draft, type Masking } from './recordingDraft'
import styles from './settings.module.css'

/** Whether and what SDKs record of sessions. */
export function RecordingSettings({ project }: { project: Project }) {
  const client = useQueryClient()
  const [draft, setDraft] = useState(draftOf(project))
  const save = useMutation({
    mutationFn: () => changeProject(project.id, toChange(draft)),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: projectsQuery.queryKey })
      toast('Saved. Pages follow it from their next load on.')
    },
  })
  const set = (change: Partial<Draft>) => setDraft({ ...draft, ...change })
  const refused = save.error instanceof ApiError ? save.error : null
  const of = (attr: string) => (refused?.attr === attr ? refused.message : null)
  const named = [
    of('session_recording_sample_rate'),
    of('session_recording_minimum_duration_milliseconds'),
  ]
  const changed = JSON.stringify(draft) !== JSON.stringify(draftOf(project))
  const submit = (event: FormEvent) => {
    event.preventDefault()
    save.mutate()
  }
  return (
    <form onSubmit={submit} className={styles.form}>
      <div className={styles.option}>
        <Checkbox
          label="Record sessions"
          checked={draft.on}
          onChange={(event) => set({ on: event.target.checked })}
        />
        <p>posthog-js asks when a page loads: nothing in your pages has to change.</p>
      </div>
      {draft.on && (
        <>
          <div className={styles.option}>
            <Checkbox
              label="Record the console"
              checked={draft.console}
              onChange={(event) => set({ console: event.target.checked })}
            />
            <Checkbox
              label="Record requests and their timing"
              checked={draft.network}
              onChange={(event) => set({ network: event.target.checked })}
            />
            {draft.network && (
              <>
                <Checkbox
                  label="… with their headers"
                  checked={draft.headers}
                  onChange={(event) => set({ headers: event.target.checked })}
                />
                <Checkbox
                  label="… with their bodies"
                  checked={draft.bodies}
                  onChange={(event) => set({ bodies: event.target.checked })}
                />
              </>
            )}
          </div>
          <Field label="Masking" hint="Happens in the browser: what is masked never leaves it.">
            {(control) => (
              <Select
                {...control}
                value={draft.masking}
                onChange={(event) => set({ masking: event.target.value as Masking })}
              >
                {Object.entries(maskings).map(([value, label]) => (
                  <option key={value} value={value}>
                    {label}
                  </option>
                ))}
              </Select>
            )}
          </Field>
          <Field label="Sessions recorded, in percent" error={of('session_recording_sample_rate')}>
            {(control) => (
              <Input
                {...control}
                inputMode="decimal"
                value={draft.percent}
                onChange={(event) => set({ percent: event.target.value })}
              />
            )}
          </Field>
          <Field
            label="Shortest recording, in seconds"
            hint="Shorter sessions are not sent. Empty for all; 30 at most."
            error={of('session_recording_minimum_duration_milliseconds')}
          >
            {(control) => (
              <Input
                {...control}
                inputMode="decimal"
                value={draft.minimum}
                onChange={(event) => set({ minimum: event.target.value })}
              />
            )}
          </Field>
        </>
      )}
      {save.error && !named.some(Boolean) && <ErrorNotice error={save.error} />}
      <div>
        <Button type="submit" look="primary" disabled={!changed} busy={save.isPending}>
          Save
        </Button>
      </div>
    </form>
  )
}
