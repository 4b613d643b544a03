import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import { useNavigate } from 'react-router'
import { createProject, projectsQuery } from '@/api/projects'
import { Button } from '@/components/Button'
import { Dialog } from '@/components/Dialog'
import { Field } from '@/components/Field'
import { Input } from '@/components/Input'
import { ErrorNotice } from '@/components/Notice'
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
  const submit = (event: FormEvent) => {
    event.preventDefault()
    create.mutate()
  }
  return (
    <Dialog
      title="New project"
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button
            look="primary"
            type="submit"
            form="create-project"
            busy={create.isPending}
            disabled={!name.trim()}
          >
            Create
          </Button>
        </>
      }
    >
      <form id="create-project" onSubmit={submit} style={{ display: 'grid', gap: 16 }}>
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
        {create.error && <ErrorNotice error={create.error} />}
      </form>
    </Dialog>
  )
}
