import { useState } from 'react'
import { Icon } from '@/components/Icon'
import { AddStep } from './AddStep'
import type { WorkflowDraft } from './draft'
import { FlowCard } from './FlowCard'
import type { Step, StepType } from './step'
import { canMove, main, neighbour, waysOf, type ListRef, type Place } from './tree'
import { branchLabel, eventLine, kinds, stepLine, stepName, triggerLine } from './words'
import styles from './Flow.module.css'

interface FlowProps {
  draft: WorkflowDraft
  chosen: string
  problem: (where: string) => string | undefined
  onChoose: (where: string) => void
  onAdd: (place: Place, type: StepType) => void
  onMove: (id: string, to: Place) => void
  onRemove: (id: string) => void
}

/** The workflow from top to bottom. Steps are dragged, or moved with their arrows. */
export function Flow(props: FlowProps) {
  const { draft, chosen, problem, onChoose } = props
  const [dragged, setDragged] = useState<string | null>(null)
  const steps: StepsProps = {
    ...props,
    dragged,
    onDrag: setDragged,
    list: draft.steps,
    place: main,
  }
  return (
    <section aria-label="Steps" className={styles.canvas}>
      <div className={styles.flow}>
        <FlowCard
          icon="bolt"
          look="trigger"
          title={triggerLine(draft.events)}
          line={draft.events.map(eventLine).filter(Boolean).join('; ') || 'Starts a run'}
          kind="When"
          chosen={chosen === 'trigger'}
          problem={problem('trigger')}
          onChoose={() => onChoose('trigger')}
        />
        <Steps {...steps} />
        <span className={styles.end}>
          <Icon name="check" size={12} /> End of the run
        </span>
      </div>
    </section>
  )
}

interface StepsProps extends FlowProps {
  list: Step[]
  place: ListRef
  dragged: string | null
  onDrag: (id: string | null) => void
}

function Steps(props: StepsProps) {
  const { list, place } = props
  return (
    <>
      <Slot {...props} at={{ ...place, index: 0 }} />
      {list.map((step, index) => (
        <div key={step.id} className={styles.item}>
          <StepCard {...props} step={step} />
          {step.does.type === 'conditional_branch' && <Ways {...props} step={step} />}
          <Slot {...props} at={{ ...place, index: index + 1 }} />
        </div>
      ))}
    </>
  )
}

function StepCard(props: StepsProps & { step: Step }) {
  const { step, draft, chosen, problem, dragged, onChoose, onMove, onRemove, onDrag } = props
  const up = neighbour(draft.steps, step.id, 'up')
  const down = neighbour(draft.steps, step.id, 'down')
  const kind = kinds[step.does.type]
  return (
    <FlowCard
      icon={kind.icon}
      look={step.does.type}
      kind={kind.label}
      title={stepName(step)}
      line={stepLine(step)}
      chosen={chosen === step.id}
      problem={problem(step.id)}
      faded={dragged === step.id}
      onChoose={() => onChoose(step.id)}
      onUp={up && (() => onMove(step.id, up))}
      onDown={down && (() => onMove(step.id, down))}
      onRemove={() => onRemove(step.id)}
      onDrag={(begins) => onDrag(begins ? step.id : null)}
    />
  )
}

function Ways(props: StepsProps & { step: Step }) {
  const { step } = props
  const { does } = step
  if (does.type !== 'conditional_branch') return null
  return (
    <div className={styles.ways}>
      {waysOf(step).map((way) => {
        const branch = way.ref.way === 'otherwise' ? undefined : does.branches[way.ref.way]
        return (
          <div key={way.ref.way} className={styles.way}>
            <span
              className={`${styles.wayLabel} ${branch ? styles.yes : ''}`}
              title={branch && branchLabel(branch)}
            >
              {branch ? branchLabel(branch) : 'Otherwise'}
            </span>
            <Steps {...props} list={way.steps} place={way.ref} />
          </div>
        )
      })}
    </div>
  )
}

/** The line between two steps, where one is added or dropped. */
function Slot({ at, draft, dragged, onAdd, onMove, onDrag }: StepsProps & { at: Place }) {
  const [over, setOver] = useState(false)
  const takes = dragged !== null && canMove(draft.steps, dragged, at)
  return (
    // Only dragging needs the element itself: the button in it and the cards' arrows do the same.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div
      className={`${styles.slot} ${takes ? styles.takes : ''} ${takes && over ? styles.over : ''}`}
      onDragOver={(event) => {
        if (!takes) return
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault()
        setOver(false)
        if (dragged !== null) onMove(dragged, at)
        onDrag(null)
      }}
    >
      <AddStep onAdd={(type) => onAdd(at, type)} />
    </div>
  )
}
