import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { testWorkflow, type Workflow } from '@/api/workflows'
import { useProject, useProjectPath } from '@/app/project'
import { Button } from '@/components/Button'
import { Dialog } from '@/components/Dialog'
import { Field } from '@/components/Field'
import { Loading } from '@/components/Loading'
import { ErrorNotice, Notice } from '@/components/Notice'
import { text } from '@/hogql/rows'
import { useHogQL } from '@/hogql/useHogQL'
import type { WorkflowDraft } from './draft'
import { newestQuery, personQuery, readSample, sampleOf, type Sample } from './sample'
import styles from './Workflows.module.css'

interface TestRunProps {
  workflow: Workflow
  draft: WorkflowDraft
  onClose: () => void
}

/** Runs the workflow once with an event that is looked at first. */
export function TestRun({ workflow, draft, onClose }: TestRunProps) {
  const names = draft.events.map((event) => event.name)
  const newest = useHogQL(newestQuery(names))
  const id = text(newest.data?.results[0]?.[3])
  const person = useHogQL(personQuery(id), { enabled: id !== '' })
  const loaded = !newest.isLoading && (id === '' || !person.isLoading)
  return (
    <Dialog title="Test the workflow" size="large" onClose={onClose}>
      {loaded ? (
        <TestForm
          workflow={workflow}
          real={id !== ''}
          sample={sampleOf(names[0] ?? '', newest.data, id === '' ? undefined : person.data)}
        />
      ) : (
        <Loading lines={6} />
      )}
    </Dialog>
  )
}

interface TestFormProps {
  workflow: Workflow
  real: boolean
  sample: Sample
}

function TestForm({ workflow, real, sample }: TestFormProps) {
  const { id } = useProject()
  const path = useProjectPath()
  const navigate = useNavigate()
  const client = useQueryClient()
  const [written, setWritten] = useState(JSON.stringify(sample, null, 2))
  const event = readSample(written)
  const start = useMutation({
    mutationFn: () => testWorkflow(id, workflow.id, event),
    onSuccess: async (run) => {
      await client.invalidateQueries({ queryKey: ['workflows', id, String(workflow.id), 'runs'] })
      await navigate(path(`workflows/${workflow.id}/runs/${run.id}`))
    },
  })
  return (
    <>
      <Notice tone="warn">
        Addresses are called and emails are sent for real. Only the waiting is left out, and the
        trigger’s filters are not asked.
      </Notice>
      {start.error && <ErrorNotice error={start.error} />}
      <Field
        label="The event and its person"
        hint={
          real
            ? 'The newest event of the last 30 days, without what SDKs add.'
            : 'No such event came in the last 30 days: write the properties that the steps read.'
        }
        error={event ? null : 'This is not a JSON object.'}
      >
        {(control) => (
          <textarea
            {...control}
            rows={16}
            className={styles.area}
            spellCheck={false}
            value={written}
            onChange={(change) => setWritten(change.target.value)}
          />
        )}
      </Field>
      <div className={styles.actions}>
        <Button
          look="primary"
          icon="play"
          disabled={!event}
          busy={start.isPending}
          onClick={() => start.mutate()}
        >
          Run it once
        </Button>
      </div>
    </>
  )
}
