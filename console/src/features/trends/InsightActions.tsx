import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { messageOf } from '@/api/errors'
import { changeInsight, type Insight } from '@/api/insights'
import { useProject } from '@/app/project'
import { Button } from '@/components/Button'
import { toast } from '@/components/toast'
import { SaveInsight } from '@/features/insights/SaveInsight'
import { seriesLabel } from './math'
import type { TrendsState } from './model'
import { toQuery } from './toQuery'

interface InsightActionsProps {
  insight: Insight | undefined
  state: TrendsState
  /** Whether the page shows something else than what is saved. */
  changed: boolean
  onReset: () => void
}

export function InsightActions({ insight, state, changed, onReset }: InsightActionsProps) {
  const { id } = useProject()
  const navigate = useNavigate()
  const client = useQueryClient()
  const [naming, setNaming] = useState(false)
  const save = useMutation({
    mutationFn: (insightId: number) => changeInsight(id, insightId, { query: toQuery(state) }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['insights', id] })
      onReset()
      toast('The insight is saved.')
    },
    onError: (error) => toast(messageOf(error), 'bad'),
  })
  return (
    <>
      {insight && changed && (
        <>
          <Button look="quiet" onClick={onReset}>
            Discard the changes
          </Button>
          <Button onClick={() => setNaming(true)}>Save as new</Button>
          <Button
            look="primary"
            icon="save"
            busy={save.isPending}
            onClick={() => save.mutate(insight.id)}
          >
            Save
          </Button>
        </>
      )}
      {!insight && (
        <Button look="primary" icon="save" onClick={() => setNaming(true)}>
          Save
        </Button>
      )}
      {naming && (
        <SaveInsight
          suggestion={state.series.map(seriesLabel).join(', ')}
          query={toQuery(state)}
          onClose={() => setNaming(false)}
          onSaved={(saved) => void navigate(`/project/${id}/insights/${saved.id}`)}
        />
      )}
    </>
  )
}
