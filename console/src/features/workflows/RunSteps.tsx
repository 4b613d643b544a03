import type { RunStep, WholeRun } from '@/api/workflows'
import { Icon } from '@/components/Icon'
import { Panel } from '@/components/Panel'
import { Time } from '@/components/Time'
import { attemptsLabel, duration, waitsFor } from './runs'
import { kindOf } from './words'
import styles from './Workflows.module.css'

/** What a run has done, step by step. */
export function RunSteps({ run }: { run: WholeRun }) {
  const waits = waitsFor(run)
  return (
    <Panel title="Steps" flush>
      {run.steps.length === 0 && <p className={styles.nothing}>It has not come to a step yet.</p>}
      <ol className={styles.steps}>
        {run.steps.map((step, index) => (
          <Step key={index} step={step} />
        ))}
      </ol>
      {waits && (
        <p className={styles.nothing}>
          {waits === 'delay' ? 'Goes on' : 'Tries again'} <Time value={run.due_at} look="ago" />
        </p>
      )}
    </Panel>
  )
}

function Step({ step }: { step: RunStep }) {
  const kind = kindOf(step.type)
  const name = step.name === step.type ? kind.label : step.name
  const line = [
    name === kind.label ? '' : kind.label,
    attemptsLabel(step),
    duration(step.started_at, step.ended_at, new Date()),
  ]
  return (
    <li className={styles.step}>
      <span className={`${styles.stepIcon} ${styles[step.status]}`}>
        <Icon name={stepIcons[step.status] ?? kind.icon} size={14} />
      </span>
      <div className={styles.stepBody}>
        <header className={styles.stepHead}>
          <b>{name}</b>
          <span className={styles.also}>{line.filter(Boolean).join(', ')}</span>
          <span className={styles.stepTime}>
            <Time value={step.started_at} />
          </span>
        </header>
        {step.error && <p className={styles.badInk}>{step.error}</p>}
        {step.request && <Excerpt label="Sent" content={step.request} />}
        {step.result && <Excerpt label={step.request ? 'Came back' : ''} content={step.result} />}
      </div>
    </li>
  )
}

const stepIcons = {
  completed: 'check',
  failed: 'close',
  waiting: 'clock',
  running: 'play',
} as const

function Excerpt({ label, content }: { label: string; content: string }) {
  return label === '' ? (
    <p className={styles.result}>{content}</p>
  ) : (
    <details className={styles.excerpt} open={content.length < 400}>
      <summary>{label}</summary>
      <pre>{content}</pre>
    </details>
  )
}
