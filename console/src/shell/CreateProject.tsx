import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { createProject, projectsQuery } from '@/api/projects'
import { Field } from '@/components/Field'
import { FormDialog } from '@/components/FormDialog'
import { Input } from '@/components/Input'
import { TimezoneInput } from '@/components/TimezoneInput'
import { browserTimezone } from '@/format/timezones'

export function CreateProject({ onClose }: { onClose: () => void }) {
  const navigate = useNavigate()
  const client = useQueryClient()
  const [name, setName] = useState('')
  const [timezone, setTimezone] = useState(browserTimezone)
  const create = useMutation({
    mutationFn: () => createProject({ name: name.trim(), timezone }),
    onSuccess: async (project) => {
      await client.invalidateQueries({ queryKey: projectsQuery.queryKey })
      onClose()
      await navigate(`/project/${project.id}/home`)
    },
  })
  return (
    <FormDialog
      title="New project"
      submit="Create"
      ready={name.trim() !== ''}
      busy={create.isPending}
      error={create.error}
      onSubmit={() => create.mutate()}
      onClose={onClose}
    >
      <p>A project has its own token, events, persons and insights. Use one for each product.</p>
      <Field label="Name">
        {(control) => (
          <Input
            {...control}
            value={name}
            maxLength={200}
            onChange={(event) => setName(event.target.value)}
          />
        )}
      </Field>
      <Field label="Time zone" hint="What “a day” means in its insights.">
        {(control) => <TimezoneInput {...control} value={timezone} onChange={setTimezone} />}
      </Field>
    </FormDialog>
  )
}
