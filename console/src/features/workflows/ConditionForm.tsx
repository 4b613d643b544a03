import { Button } from '@/components/Button'
import { Group } from '@/components/Group'
import { FilterList } from '@/features/filters/FilterList'
import { Kept } from '@/features/filters/Kept'
import { newBranch, type Branch, type Condition } from './step'
import type { DeedProps } from './deedProps'
import styles from './Workflows.module.css'

const MOST = 10

/** The ways out of a condition: the first whose filters all hold is taken. */
export function ConditionForm({ does, properties, error, onChange }: DeedProps<Condition>) {
  const { branches } = does
  const replace = (index: number, next: Partial<Branch>) =>
    onChange({ branches: branches.map((one, at) => (at === index ? { ...one, ...next } : one)) })
  const remove = ({ steps: { length } }: Branch, index: number) => {
    if (length === 0 || window.confirm(`Remove the way with its ${length} steps?`)) {
      onChange({ branches: branches.filter((_, at) => at !== index) })
    }
  }
  const wrong = error('conditions')
  return (
    <>
      {wrong && (
        <p role="alert" className={styles.badInk}>
          {wrong}
        </p>
      )}
      {branches.map((branch, index) => (
        <Group
          key={index}
          label={`Way ${index + 1}`}
          head={<h3>{index === 0 ? 'If all of this holds' : 'Else if all of this holds'}</h3>}
          remove={
            branches.length > 1
              ? { label: `Remove way ${index + 1}`, onRemove: () => remove(branch, index) }
              : undefined
          }
        >
          <FilterList
            filters={branch.filters}
            properties={properties}
            onChange={(filters) => replace(index, { filters })}
          />
          {branch.kept.map((filter, at) => (
            <Kept key={at} condition={filter} />
          ))}
        </Group>
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
