import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { deleteProject, projectsQuery, type Project } from '@/api/projects'
import { Button } from '@/components/Button'
import { Dialog } from '@/components/Dialog'
import { Field } from '@/components/Field'
import { Input } from '@/components/Input'
import { ErrorNotice } from '@/components/Notice'
import styles from './settings.module.css'

export function DeleteProject({ project }: { project: Project }) {
  const navigate = useNavigate()
  const client = useQueryClient()
  const [asking, setAsking] = useState(false)
  const [typed, setTyped] = useState('')
  const remove = useMutation({
    mutationFn: () => deleteProject(project.id),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: projectsQuery.queryKey })
      await navigate('/')
    },
  })
  return (
    <div className={styles.danger}>
      <p>Its token stops working and its pages are gone. This cannot be undone here.</p>
      <Button look="danger" icon="trash" onClick={() => setAsking(true)}>
        Delete the project
      </Button>
      {asking && (
        <Dialog
          title={`Delete ${project.name}?`}
          onClose={() => setAsking(false)}
          actions={
            <>
              <Button onClick={() => setAsking(false)}>Cancel</Button>
              <Button
                look="danger"
                disabled={typed !== project.name}
                busy={remove.isPending}
                onClick={() => remove.mutate()}
              >
                Delete
              </Button>
            </>
          }
        >
          <Field label={`Type the project’s name to confirm: ${project.name}`}>
            {(control) => (
              <Input
                {...control}
                value={typed}
                autoComplete="off"
                onChange={(event) => setTyped(event.target.value)}
              />
            )}
          </Field>
          {remove.error && <ErrorNotice error={remove.error} />}
        </Dialog>
      )}
    </div>
  )
}
