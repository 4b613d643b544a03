import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from 'react-router'
import { messageOf } from '@/api/errors'
import { deleteRecordings, type Recording } from '@/api/recordings'
import { useProject, useProjectPath } from '@/app/project'
import { Button } from '@/components/Button'
import { toast } from '@/components/toast'

export function DeleteRecording({ recording }: { recording: Recording }) {
  const { id } = useProject()
  const path = useProjectPath()
  const navigate = useNavigate()
  const client = useQueryClient()
  const remove = useMutation({
    mutationFn: () => deleteRecordings(id, [recording.id]),
    onSuccess: async () => {
      toast('The recording is deleted.')
      await navigate(path('replay'))
      client.removeQueries({ queryKey: ['recordings', id] })
    },
    onError: (error) => toast(messageOf(error), 'bad'),
  })
  const ask = () => {
    if (window.confirm('Delete this recording? It is overwritten and cannot come back.')) {
      remove.mutate()
    }
  }
  return (
    <Button
      look="quiet"
      icon="trash"
      aria-label="Delete the recording"
      busy={remove.isPending}
      onClick={ask}
    />
  )
}
