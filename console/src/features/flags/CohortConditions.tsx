import { useQuery } from '@tanstack/react-query'
import { cohortsQuery } from '@/api/cohorts'
import { useProject } from '@/app/project'
import { Button } from '@/components/Button'
import { Select } from '@/components/Input'
import { Kept } from '@/features/filters/Kept'
import { jsonObject, text } from '@/hogql/rows'
import { cohortCondition, isCohortCondition } from './cohortCondition'
import styles from './Flags.module.css'

interface CohortConditionsProps {
  kept: unknown[]
  onChange: (kept: unknown[]) => void
}

/** Conditions on cohorts, and those the editor has no words for. */
export function CohortConditions({ kept, onChange }: CohortConditionsProps) {
  const { id } = useProject()
  const { data: cohorts = [] } = useQuery(cohortsQuery(id))
  const replace = (index: number, condition: unknown) =>
    onChange(kept.map((one, at) => (at === index ? condition : one)))
  const first = cohorts[0]
  return (
    <>
      {kept.map((condition, index) =>
        isCohortCondition(condition) ? (
          <div key={index} className={styles.row}>
            <Select
              aria-label="In the cohort or not"
              value={jsonObject(condition)['operator'] === 'not_in' ? 'not_in' : 'in'}
              onChange={(event) =>
                replace(index, cohortCondition(condition, { operator: event.target.value }))
              }
            >
              <option value="in">is in the cohort</option>
              <option value="not_in">is not in the cohort</option>
            </Select>
            <Select
              aria-label="Cohort"
              value={text(jsonObject(condition)['value'])}
              onChange={(event) =>
                replace(index, cohortCondition(condition, { value: Number(event.target.value) }))
              }
            >
              {cohorts.map((cohort) => (
                <option key={cohort.id} value={cohort.id}>
                  {cohort.name}
                </option>
              ))}
            </Select>
            <Button
              look="quiet"
              icon="close"
              aria-label="Remove the cohort"
              onClick={() => onChange(kept.filter((_, at) => at !== index))}
            />
          </div>
        ) : (
          <Kept key={index} condition={condition} />
        ),
      )}
      {first && (
        <div>
          <Button
            look="quiet"
            icon="people"
            className={styles.addCohort ?? ''}
            onClick={() => onChange([...kept, cohortCondition({}, { value: first.id })])}
          >
            Add a cohort
          </Button>
        </div>
      )}
    </>
  )
}
