import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { createInsight, insightQuery, type Insight } from '@/api/insights'
import type { QueryNode } from '@/api/query'
import { useProject } from '@/app/project'
import { Field } from '@/components/Field'
import { FormDialog } from '@/components/FormDialog'
import { Input } from '@/components/Input'

interface SaveInsightProps {
  suggestion: string
  query: QueryNode
  onClose: () => void
  onSaved: (insight: Insight) => void
}

/** Gives a query a name and keeps it. */
export function SaveInsight({ suggestion, query, onClose, onSaved }: SaveInsightProps) {
  const { id } = useProject()
  const client = useQueryClient()
  const [name, setName] = useState(suggestion)
  const [description, setDescription] = useState('')
  const save = useMutation({
    mutationFn: () =>
      createInsight(id, { name: name.trim(), description: description.trim(), query }),
    onSuccess: async (insight) => {
      await client.invalidateQueries({ queryKey: ['insights', id] })
      // Its page shows it without asking again.
      client.setQueryData(insightQuery(id, String(insight.id)).queryKey, insight)
      onClose()
      onSaved(insight)
    },
  })
  return (
    <FormDialog
      title="Save the insight"
      submit="Save"
      ready={name.trim() !== ''}
      busy={save.isPending}
      error={save.error}
      onSubmit={() => save.mutate()}
      onClose={onClose}
    >
      <Field label="Name">
        {(control) => (
          <Input
            {...control}
            maxLength={400}
            value={name}
            onChange={(event) => setName(event.target.value)}
            onFocus={(event) => event.target.select()}
          />
        )}
      </Field>
      <Field label="Description" hint="What it answers, for those who find it later.">
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
