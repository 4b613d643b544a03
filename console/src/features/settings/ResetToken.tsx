import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { projectsQuery, resetToken, type Project } from '@/api/projects'
import { Button } from '@/components/Button'
import { Dialog } from '@/components/Dialog'
import { ErrorNotice } from '@/components/Notice'
import { toast } from '@/components/toast'

export function ResetToken({ project }: { project: Project }) {
  const client = useQueryClient()
  const [asking, setAsking] = useState(false)
  const reset = useMutation({
    mutationFn: () => resetToken(project.id),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: projectsQuery.queryKey })
      setAsking(false)
      toast('The project has a new token. Put it into your apps.')
    },
  })
  return (
    <>
      <Button icon="refresh" look="quiet" onClick={() => setAsking(true)}>
        New token
      </Button>
      {asking && (
        <Dialog
          title="Give this project a new token?"
          onClose={() => setAsking(false)}
          actions={
            <>
              <Button onClick={() => setAsking(false)}>Cancel</Button>
              <Button look="danger" busy={reset.isPending} onClick={() => reset.mutate()}>
                Replace the token
              </Button>
            </>
          }
        >
          <p>
            The present token stops working at once: apps that still use it are refused, and their
            events are lost, until they have the new one.
          </p>
          {reset.error && <ErrorNotice error={reset.error} />}
        </Dialog>
      )}
    </>
  )
}
