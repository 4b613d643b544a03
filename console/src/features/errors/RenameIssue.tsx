import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { changeIssue, type Issue } from '@/api/issues'
import { useProject } from '@/app/project'
import { Field } from '@/components/Field'
import { FormDialog } from '@/components/FormDialog'
import { Input } from '@/components/Input'
import { useForgetIssues } from './useIssueChanges'

export function RenameIssue({ issue, onClose }: { issue: Issue; onClose: () => void }) {
  const { id } = useProject()
  const forget = useForgetIssues()
  const [name, setName] = useState(issue.name)
  const [description, setDescription] = useState(issue.description)
  const save = useMutation({
    mutationFn: () => changeIssue(id, issue.id, { name: name.trim(), description }),
    onSuccess: async () => {
      await forget()
      onClose()
    },
  })
  return (
    <FormDialog
      title="Rename the issue"
      submit="Save"
      ready={name.trim() !== ''}
      busy={save.isPending}
      error={save.error}
      onSubmit={() => save.mutate()}
      onClose={onClose}
    >
      <Field label="Name">
        {(control) => (
          <Input {...control} value={name} onChange={(event) => setName(event.target.value)} />
        )}
      </Field>
      <Field label="Description">
        {(control) => (
          <Input
            {...control}
            value={description}
            onChange={(event) => setDescription(event.target.value)}
          />
        )}
      </Field>
    </FormDialog>
  )
}
