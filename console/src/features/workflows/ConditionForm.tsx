import { Button } from '@/components/Button'
import { FilterList } from '@/features/filters/FilterList'
import { newBranch, type Branch, type Condition } from './step'
import type { DeedProps } from './StepForm'
import { Kept } from './TriggerForm'
import styles from './Workflows.module.css'

const MOST = 10

/** The ways out of a condition: the first whose filters all hold is taken. */
export function ConditionForm({ does, properties, error, onChange }: DeedProps<Condition>) {
  const { branches } = does
  const replace = (index: number, next: Partial<Branch>) =>
    onChange({ branches: branches.map((one, at) => (at === index ? { ...one, ...next } : one)) })
  const wrong = error('conditions')
  return (
    <>
      {wrong && (
        <p role="alert" className={styles.badInk}>
          {wrong}
        </p>
      )}
      {branches.map((branch, index) => (
        <section key={index} className={styles.part} aria-label={`Way ${index + 1}`}>
          <header className={styles.partHead}>
            <h3>{index === 0 ? 'If all of this holds' : 'Else if all of this holds'}</h3>
            {branches.length > 1 && (
              <Button
                look="quiet"
                icon="close"
                aria-label={`Remove way ${index + 1}`}
                onClick={() => {
                  const { length } = branch.steps
                  if (length === 0 || window.confirm(`Remove the way with its ${length} steps?`)) {
                    onChange({ branches: branches.filter((_, at) => at !== index) })
                  }
                }}
              />
            )}
          </header>
          <FilterList
            filters={branch.filters}
            properties={properties}
            onChange={(filters) => replace(index, { filters })}
          />
          <Kept filters={branch.kept} />
        </section>
      ))}
      {branches.length < MOST && (
        <div>
          <Button icon="plus" onClick={() => onChange({ branches: [...branches, newBranch()] })}>
            Another way
          </Button>
        </div>
      )}
      <p className={styles.hint}>
        Properties of the event are as it came, those of the person as of then. When nothing holds,
        the run goes the way “Otherwise”.
      </p>
    </>
  )
}
