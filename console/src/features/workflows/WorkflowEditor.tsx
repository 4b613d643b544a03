import { useState } from 'react'
import type { Workflow } from '@/api/workflows'
import { useProjectPath } from '@/app/project'
import { Button, ButtonLink } from '@/components/Button'
import { ErrorNotice, Notice } from '@/components/Notice'
import { Page } from '@/components/Page'
import type { WorkflowDraft } from './draft'
import { Flow } from './Flow'
import { Inspector } from './Inspector'
import { problemOf, problems, refused } from './problems'
import { WorkflowPill } from './Status'
import { TestRun } from './TestRun'
import { allSteps, canMove, insertStep, moveStep, newStep, removeStep, type Place } from './tree'
import type { StepType } from './step'
import { useSaving } from './useSaving'
import { WorkflowTabs } from './WorkflowTabs'
import styles from './Workflows.module.css'

interface WorkflowEditorProps {
  workflow?: Workflow
  start: WorkflowDraft
}

/** What is chosen in the flow, and so shown beside it: a step's id, the trigger or the whole. */
export type Chosen = string

export function WorkflowEditor({ workflow, start }: WorkflowEditorProps) {
  const path = useProjectPath()
  const [draft, setDraft] = useState(start)
  const [saved, setSaved] = useState(start)
  const [chosen, setChosen] = useState<Chosen>(start.events.length === 0 ? 'trigger' : 'workflow')
  const [asked, setAsked] = useState(false)
  const [testing, setTesting] = useState(false)
  // The newest version that this page knows of: a later one was saved by somebody else.
  const [version, setVersion] = useState(workflow?.version ?? 0)
  const saving = useSaving(workflow, draft, (now, whole) => {
    setVersion(now.version)
    if (whole) setSaved(draft)
  })
  const missing = problems(draft)
  const found = [...(asked ? missing : []), ...refused(saving.error, draft)]
  const changed = JSON.stringify(draft) !== JSON.stringify(saved)
  const whole = found.filter((one) => one.where === 'workflow')

  const change = (next: Partial<WorkflowDraft>) => {
    setDraft({ ...draft, ...next })
    // What the API refused was said of what stood there before.
    saving.reset()
  }
  const add = (place: Place, type: StepType) => {
    const step = newStep(draft.steps, type)
    change({ steps: insertStep(draft.steps, place, step) })
    setChosen(step.id)
  }
  const move = (id: string, to: Place) => {
    if (canMove(draft.steps, id, to)) change({ steps: moveStep(draft.steps, id, to) })
  }
  const remove = (id: string) => {
    const inside = allSteps(draft.steps.filter((step) => step.id === id)).length - 1
    if (inside > 0 && !window.confirm(`Remove the condition with the ${inside} steps in it?`))
      return
    change({ steps: removeStep(draft.steps, id) })
    setChosen('workflow')
  }
  const save = (status?: 'active') => {
    setAsked(true)
    const [first] = missing
    if (first) setChosen(first.where)
    else {
      saving.save(status, (error) => setChosen(refused(error, draft)[0]?.where ?? chosen))
    }
  }

  return (
    <Page
      title={draft.name || 'New workflow'}
      heading={
        <span className={styles.heading}>
          <h1>
            <input
              aria-label="Name of the workflow"
              placeholder="Name the workflow"
              value={draft.name}
              maxLength={200}
              size={Math.max(20, Math.min(60, draft.name.length))}
              aria-invalid={found.some((one) => one.field === 'name') || undefined}
              onChange={(event) => change({ name: event.target.value })}
            />
          </h1>
          <WorkflowPill status={workflow?.status ?? 'draft'} />
        </span>
      }
      actions={
        <>
          {workflow && (
            <Button
              icon="play"
              disabled={changed}
              title={changed ? 'Save first: a test runs what is saved' : undefined}
              onClick={() => setTesting(true)}
            >
              Test
            </Button>
          )}
          {!workflow && <ButtonLink to={path('workflows')}>Cancel</ButtonLink>}
          {workflow && changed && (
            <Button onClick={() => change(saved)}>Discard the changes</Button>
          )}
          {workflow?.status === 'active' && (
            <Button icon="pause" busy={saving.pausing} onClick={saving.pause}>
              Pause
            </Button>
          )}
          <Button
            look={workflow && workflow.status !== 'active' ? 'plain' : 'primary'}
            icon="save"
            disabled={workflow !== undefined && !changed}
            busy={saving.saving}
            onClick={() => save()}
          >
            {!workflow
              ? 'Create the draft'
              : workflow.status === 'active'
                ? 'Save and apply'
                : 'Save'}
          </Button>
          {workflow && workflow.status !== 'active' && (
            <Button look="primary" icon="bolt" busy={saving.saving} onClick={() => save('active')}>
              Publish
            </Button>
          )}
        </>
      }
    >
      {workflow && <WorkflowTabs id={String(workflow.id)} />}
      {saving.error && refused(saving.error, draft).length === 0 && (
        <ErrorNotice error={saving.error} />
      )}
      {workflow && workflow.version > version && (
        <Notice
          tone="warn"
          action={
            <Button look="quiet" icon="refresh" onClick={() => window.location.reload()}>
              Show it
            </Button>
          }
        >
          Version {workflow.version} was saved elsewhere meanwhile, by{' '}
          {workflow.last_modified_by?.email}. Saving here replaces it.
        </Notice>
      )}
      {whole.length > 0 && <Notice tone="bad">{whole.map((one) => one.message).join('\n')}</Notice>}
      <div className={styles.editor}>
        <Flow
          draft={draft}
          chosen={chosen}
          problem={(where) => problemOf(found, where)}
          onChoose={setChosen}
          onAdd={add}
          onMove={move}
          onRemove={remove}
        />
        <Inspector
          draft={draft}
          workflow={workflow}
          chosen={chosen}
          found={found}
          onChange={change}
        />
      </div>
      {testing && workflow && (
        <TestRun workflow={workflow} draft={draft} onClose={() => setTesting(false)} />
      )}
    </Page>
  )
}
