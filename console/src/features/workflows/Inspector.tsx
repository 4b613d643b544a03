import type { Workflow } from '@/api/workflows'
import { Panel } from '@/components/Panel'
import { usePropertyChoices } from '@/features/taxonomy/useTaxonomy'
import type { WorkflowDraft } from './draft'
import type { Problem } from './problems'
import { StepForm } from './StepForm'
import { changeStep, findStep } from './tree'
import { TriggerForm } from './TriggerForm'
import { kinds } from './words'
import { WorkflowForm } from './WorkflowForm'
import styles from './Workflows.module.css'

interface InspectorProps {
  draft: WorkflowDraft
  workflow: Workflow | undefined
  chosen: string
  found: Problem[]
  onChange: (change: Partial<WorkflowDraft>) => void
}

/** What is chosen in the flow, to be changed; the whole workflow when nothing is. */
export function Inspector(props: InspectorProps) {
  const { draft, workflow, chosen, found, onChange } = props
  const properties = usePropertyChoices(draft.events.map((event) => event.name).filter(Boolean))
  const step = findStep(draft.steps, chosen)
  const error = (field: string) =>
    found.find((one) => one.where === chosen && one.field === field)?.message
  return (
    <div className={styles.inspector}>
      {chosen === 'trigger' ? (
        <Panel title="When does it start?">
          <TriggerForm
            draft={draft}
            properties={properties}
            error={error('events')}
            onChange={onChange}
          />
        </Panel>
      ) : step ? (
        <Panel title={kinds[step.does.type].label}>
          <StepForm
            key={step.id}
            step={step}
            properties={properties}
            error={error}
            onChange={(changed) =>
              onChange({ steps: changeStep(draft.steps, step.id, () => changed) })
            }
          />
        </Panel>
      ) : null}
      <Panel title="About the workflow">
        <WorkflowForm draft={draft} workflow={workflow} onChange={onChange} />
      </Panel>
    </div>
  )
}
