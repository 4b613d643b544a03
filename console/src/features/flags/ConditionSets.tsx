import { Button } from '@/components/Button'
import { Group } from '@/components/Group'
import { Input, Select } from '@/components/Input'
import { Panel } from '@/components/Panel'
import { FlagFilterList } from '@/features/filters/FilterList'
import { usePropertyChoices, type PropertyChoices } from '@/features/taxonomy/useTaxonomy'
import { CohortConditions } from './CohortConditions'
import { newSet, type ConditionSet, type FlagDraft } from './draft'
import { setLabel } from './summary'
import styles from './Flags.module.css'

interface PartProps {
  draft: FlagDraft
  onChange: (change: Partial<FlagDraft>) => void
}

const owners = ['person'] as const

/** Who gets the flag: condition sets, of which the first that matches decides. */
export function ConditionSets({ draft, onChange }: PartProps) {
  const properties = usePropertyChoices()
  const { sets } = draft
  const replace = (index: number, change: Partial<ConditionSet>) =>
    onChange({ sets: sets.map((one, at) => (at === index ? { ...one, ...change } : one)) })
  return (
    <Panel title="Who gets it">
      {sets.map((set, index) => (
        <Group
          key={index}
          label={`Condition set ${index + 1}`}
          head={
            <h3>
              {index === 0 ? 'First' : 'Else'}: {setLabel(set)}
            </h3>
          }
          remove={{
            label: `Remove condition set ${index + 1}`,
            onRemove: () => onChange({ sets: sets.filter((_, at) => at !== index) }),
          }}
        >
          <SetBody
            set={set}
            draft={draft}
            properties={properties}
            onChange={(change) => replace(index, change)}
          />
        </Group>
      ))}
      {sets.length === 0 && <p>No condition set: nobody gets it.</p>}
      <div>
        <Button icon="plus" onClick={() => onChange({ sets: [...sets, newSet] })}>
          Add a condition set
        </Button>
      </div>
    </Panel>
  )
}

interface SetBodyProps {
  set: ConditionSet
  draft: FlagDraft
  properties: PropertyChoices
  onChange: (change: Partial<ConditionSet>) => void
}

function SetBody({ set, draft, properties, onChange }: SetBodyProps) {
  return (
    <>
      <FlagFilterList
        filters={set.filters}
        properties={properties}
        owners={owners}
        onChange={(filters) => onChange({ filters })}
      />
      <CohortConditions kept={set.kept} onChange={(kept) => onChange({ kept })} />
      <div className={styles.row}>
        <label className={styles.rollout}>
          <span>of these</span>
          <input
            type="range"
            aria-label="Share that gets it, as a slider"
            min={0}
            max={100}
            value={set.rollout}
            onChange={(event) => onChange({ rollout: Number(event.target.value) })}
          />
          <span className={styles.percent}>
            <Input
              type="number"
              aria-label="Share that gets it in percent"
              min={0}
              max={100}
              step="any"
              value={set.rollout}
              onChange={(event) =>
                onChange({ rollout: Math.min(100, Math.max(0, Number(event.target.value))) })
              }
            />
            %
          </span>
        </label>
        {draft.variants.length > 0 && (
          <label className={styles.rollout}>
            <span>get</span>
            <Select
              value={set.variant ?? ''}
              onChange={(event) => onChange({ variant: event.target.value || null })}
            >
              <option value="">a variant by its share</option>
              {draft.variants.map((variant) => (
                <option key={variant.key} value={variant.key}>
                  {variant.key}
                </option>
              ))}
            </Select>
          </label>
        )}
      </div>
    </>
  )
}
