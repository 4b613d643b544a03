import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import { ApiError } from '@/api/errors'
import { changeProject, projectsQuery, type Project } from '@/api/projects'
import { Button } from '@/components/Button'
import { Field } from '@/components/Field'
import { Checkbox, Input, Select } from '@/components/Input'
import { ErrorNotice } from '@/components/Notice'
import { TimezoneInput } from '@/components/TimezoneInput'
import { toast } from '@/components/toast'
import styles from './settings.module.css'

export function ProjectForm({ project }: { project: Project }) {
  const client = useQueryClient()
  const [name, setName] = useState(project.name)
  const [timezone, setTimezone] = useState(project.timezone)
  const [weekStart, setWeekStart] = useState(project.week_start_day)
  const [anonymizeIps, setAnonymizeIps] = useState(project.anonymize_ips)
  const save = useMutation({
    mutationFn: () =>
      changeProject(project.id, {
        name: name.trim(),
        timezone,
        week_start_day: weekStart,
        anonymize_ips: anonymizeIps,
      }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: projectsQuery.queryKey })
      toast('The project’s settings are saved.')
    },
  })
  const refused = save.error instanceof ApiError ? save.error : null
  const of = (attr: string) => (refused?.attr === attr ? refused.message : null)
  const changed =
    name !== project.name ||
    timezone !== project.timezone ||
    weekStart !== project.week_start_day ||
    anonymizeIps !== project.anonymize_ips
  const submit = (event: FormEvent) => {
    event.preventDefault()
    save.mutate()
  }
  return (
    <form onSubmit={submit} className={styles.form}>
      <Field label="Name" error={of('name')}>
        {(control) => (
          <Input
            {...control}
            value={name}
            maxLength={200}
            required
            onChange={(event) => setName(event.target.value)}
          />
        )}
      </Field>
      <Field
        label="Time zone"
        hint="What “a day” means in insights. Stored events do not change."
        error={of('timezone')}
      >
        {(control) => <TimezoneInput {...control} value={timezone} onChange={setTimezone} />}
      </Field>
      <Field label="Weeks begin on" hint="What “a week” means in insights and in SQL.">
        {(control) => (
          <Select
            {...control}
            value={weekStart}
            onChange={(event) => setWeekStart(event.target.value === '0' ? 0 : 1)}
          >
            <option value={0}>Sunday</option>
            <option value={1}>Monday</option>
          </Select>
        )}
      </Field>
      <div className={styles.option}>
        <Checkbox
          label="Leave client IP addresses out of events"
          checked={anonymizeIps}
          onChange={(event) => setAnonymizeIps(event.target.checked)}
        />
        <p>From now on; what is stored already keeps its addresses.</p>
      </div>
      {save.error && !of('name') && !of('timezone') && <ErrorNotice error={save.error} />}
      <div>
        <Button type="submit" look="primary" disabled={!changed} busy={save.isPending}>
          Save
        </Button>
      </div>
    </form>
  )
}
