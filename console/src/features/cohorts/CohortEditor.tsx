import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { messageOf } from '@/api/errors'
import { changeCohort, createCohort, deleteCohort, type Cohort } from '@/api/cohorts'
import { useProject, useProjectPath } from '@/app/project'
import { Button } from '@/components/Button'
import { Field } from '@/components/Field'
import { Input } from '@/components/Input'
import { ErrorNotice } from '@/components/Notice'
import { Page } from '@/components/Page'
import { Panel } from '@/components/Panel'
import { Segmented } from '@/components/Segmented'
import { toast } from '@/components/toast'
import { fromDraft, type CohortDraft } from './cohort'
import { Criteria } from './Criteria'
import { Members } from './Members'

const kinds = [
  { value: 'criteria', label: 'By what is known of them' },
  { value: 'list', label: 'A list' },
] as const

interface CohortEditorProps {
  cohort?: Cohort
  start: CohortDraft
}

export function CohortEditor({ cohort, start }: CohortEditorProps) {
  const { id } = useProject()
  const path = useProjectPath()
  const navigate = useNavigate()
  const client = useQueryClient()
  const [draft, setDraft] = useState(start)
  const change = (next: Partial<CohortDraft>) => setDraft({ ...draft, ...next })
  const known = () => client.invalidateQueries({ queryKey: ['cohorts', id] })
  const save = useMutation({
    mutationFn: () =>
      cohort ? changeCohort(id, cohort.id, fromDraft(draft)) : createCohort(id, fromDraft(draft)),
    onSuccess: async (saved) => {
      await known()
      toast(`${saved.name} is saved.`)
      if (!cohort) await navigate(path(`cohorts/${saved.id}`), { replace: true })
    },
  })
  const remove = useMutation({
    mutationFn: (cohortId: number) => deleteCohort(id, cohortId),
    onSuccess: async () => {
      await navigate(path('cohorts'))
      await known()
    },
    onError: (error) => toast(messageOf(error), 'bad'),
  })
  const changed = JSON.stringify(draft) !== JSON.stringify(start)
  return (
    <Page
      narrow
      title={cohort?.name ?? 'New cohort'}
      actions={
        <>
          {cohort && (
            <Button
              look="quiet"
              icon="trash"
              busy={remove.isPending}
              onClick={() => {
                if (window.confirm(`Delete the cohort “${cohort.name}”?`)) remove.mutate(cohort.id)
              }}
            >
              Delete
            </Button>
          )}
          <Button
            look="primary"
            icon="save"
            disabled={draft.name.trim() === '' || (cohort !== undefined && !changed)}
            busy={save.isPending}
            onClick={() => save.mutate()}
          >
            {cohort ? 'Save' : 'Create'}
          </Button>
        </>
      }
    >
      {save.error && <ErrorNotice error={save.error} />}
      <Panel title="Cohort">
        <Field label="Name">
          {(control) => (
            <Input
              {...control}
              placeholder="Paying customers"
              value={draft.name}
              maxLength={400}
              onChange={(event) => change({ name: event.target.value })}
            />
          )}
        </Field>
        <Field label="What it is for">
          {(control) => (
            <Input
              {...control}
              value={draft.description}
              onChange={(event) => change({ description: event.target.value })}
            />
          )}
        </Field>
        {!cohort && (
          <div>
            <Segmented
              label="How persons get in"
              value={draft.isStatic ? 'list' : 'criteria'}
              segments={kinds}
              onChange={(kind) => change({ isStatic: kind === 'list' })}
            />
          </div>
        )}
      </Panel>
      {!draft.isStatic && (
        <Criteria groups={draft.groups} onChange={(groups) => change({ groups })} />
      )}
      {draft.isStatic && cohort && <Members cohort={cohort} />}
    </Page>
  )
}
