import { Button } from '@/components/Button'
import { Panel } from '@/components/Panel'
import { FlagFilterList } from '@/features/filters/FilterList'
import { usePropertyChoices } from '@/features/taxonomy/useTaxonomy'
import { text } from '@/hogql/rows'
import { emptyGroup, type CohortGroup } from './cohort'
import styles from './Cohorts.module.css'

const owners = ['person'] as const

interface CriteriaProps {
  groups: CohortGroup[]
  onChange: (groups: CohortGroup[]) => void
}

/** What has to be known of persons: one of the groups has to hold whole. */
export function Criteria({ groups, onChange }: CriteriaProps) {
  const properties = usePropertyChoices()
  return (
    <Panel title="Who is in it">
      {groups.map((group, index) => (
        <section key={index} className={styles.group} aria-label={`Group ${index + 1}`}>
          <header className={styles.groupHead}>
            <h3>{index === 0 ? 'Persons of whom all of this holds' : 'Or all of this'}</h3>
            <Button
              look="quiet"
              icon="close"
              aria-label={`Remove group ${index + 1}`}
              onClick={() => onChange(groups.filter((_, at) => at !== index))}
            />
          </header>
          <FlagFilterList
            filters={group.filters}
            properties={properties}
            owners={owners}
            onChange={(filters) =>
              onChange(groups.map((one, at) => (at === index ? { ...one, filters } : one)))
            }
          />
          {group.kept.map((criterion, at) => (
            <p key={at} className={styles.kept}>
              Also, and kept as it is: <code>{text(criterion)}</code>
            </p>
          ))}
        </section>
      ))}
      {groups.length === 0 && <p>No criteria: nobody is in it.</p>}
      <div>
        <Button icon="plus" onClick={() => onChange([...groups, emptyGroup])}>
          {groups.length === 0 ? 'Add criteria' : 'Or others'}
        </Button>
      </div>
    </Panel>
  )
}
