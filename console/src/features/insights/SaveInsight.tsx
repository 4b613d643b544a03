import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import { createInsight, type Insight } from '@/api/insights'
import type { QueryNode } from '@/api/query'
import { useProject } from '@/app/project'
import { Button } from '@/components/Button'
import { Dialog } from '@/components/Dialog'
import { Field } from '@/components/Field'
import { Input } from '@/components/Input'
import { ErrorNotice } from '@/components/Notice'

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
  const save = useMutation({
    mutationFn: () => createInsight(id, { name: name.trim(), query }),
    onSuccess: async (insight) => {
      await client.invalidateQueries({ queryKey: ['insights', id] })
      onClose()
      onSaved(insight)
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    save.mutate()
  }
  return (
    <Dialog
      title="Save the insight"
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button
            look="primary"
            type="submit"
            form="save-insight"
            busy={save.isPending}
            disabled={!name.trim()}
          >
            Save
          </Button>
        </>
      }
    >
      <form id="save-insight" onSubmit={submit} style={{ display: 'grid', gap: 16 }}>
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
        {save.error && <ErrorNotice error={save.error} />}
      </form>
    </Dialog>
  )
}
