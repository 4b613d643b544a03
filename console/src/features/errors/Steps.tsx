import { Time } from '@/components/Time'
import { stepsOf } from './readSteps'
import styles from './Issue.module.css'

/** What the app noted before the exception. */
export function Steps({ properties }: { properties: Record<string, unknown> }) {
  const steps = stepsOf(properties)
  if (steps.length === 0) return null
  return (
    <section>
      <h3>What came before</h3>
      <ol className={styles.steps}>
        {steps.map((step, index) => (
          <li key={index}>
            <span className={styles.when}>{step.at !== null && <Time value={step.at} />}</span>
            <span>{step.message}</span>
            {step.detail && <code>{step.detail}</code>}
          </li>
        ))}
      </ol>
    </section>
  )
}
