import { Button } from '@/components/Button'
import { Group } from '@/components/Group'
import { Panel } from '@/components/Panel'
import { FlagFilterList } from '@/features/filters/FilterList'
import { Kept } from '@/features/filters/Kept'
import { usePropertyChoices } from '@/features/taxonomy/useTaxonomy'
import { emptyGroup, type CohortGroup } from './cohort'

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
        <Group
          key={index}
          label={`Group ${index + 1}`}
          head={<h3>{index === 0 ? 'Persons of whom all of this holds' : 'Or all of this'}</h3>}
          remove={{
            label: `Remove group ${index + 1}`,
            onRemove: () => onChange(groups.filter((_, at) => at !== index)),
          }}
        >
          <FlagFilterList
            filters={group.filters}
            properties={properties}
            owners={owners}
            onChange={(filters) =>
              onChange(groups.map((one, at) => (at === index ? { ...one, filters } : one)))
            }
          />
          {group.kept.map((criterion, at) => (
            <Kept key={at} condition={criterion} />
          ))}
        </Group>
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
