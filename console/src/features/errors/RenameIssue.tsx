import { useMutation } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import { changeIssue, type Issue } from '@/api/issues'
import { useProject } from '@/app/project'
import { Button } from '@/components/Button'
import { Dialog } from '@/components/Dialog'
import { Field } from '@/components/Field'
import { Input } from '@/components/Input'
import { ErrorNotice } from '@/components/Notice'
import { useForgetIssues } from './useIssueChanges'
import styles from './Issue.module.css'

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
  const submit = (event: FormEvent) => {
    event.preventDefault()
    save.mutate()
  }
  return (
    <Dialog
      title="Rename the issue"
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button
            look="primary"
            type="submit"
            form="rename-issue"
            busy={save.isPending}
            disabled={!name.trim()}
          >
            Save
          </Button>
        </>
      }
    >
      <form id="rename-issue" onSubmit={submit} className={styles.form}>
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
        {save.error && <ErrorNotice error={save.error} />}
      </form>
    </Dialog>
  )
}
