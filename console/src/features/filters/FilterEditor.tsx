import { Button } from '@/components/Button'
import { Select } from '@/components/Input'
import type { PropertyChoices } from '@/features/taxonomy/useTaxonomy'
import { FilterValues } from './FilterValues'
import type { FlagOperator, PropertyFilter, PropertyOwner } from './filter'
import { meanings } from './operators'
import { PropertyPicker } from './PropertyPicker'
import styles from './Filters.module.css'

interface FilterEditorProps<O extends FlagOperator> {
  filter: PropertyFilter<O>
  properties: PropertyChoices
  owners: readonly PropertyOwner[]
  /** In which ways it can be compared. */
  operators: readonly O[]
  onChange: (filter: PropertyFilter<O>) => void
  onRemove: () => void
}

export function FilterEditor<O extends FlagOperator>(props: FilterEditorProps<O>) {
  const { filter, properties, owners, operators, onChange, onRemove } = props
  const chooseOperator = (operator: O) => {
    const { values } = meanings[operator]
    const keep = values === 'none' ? 0 : values === 'one' ? 1 : filter.value.length
    onChange({ ...filter, operator, value: filter.value.slice(0, keep) })
  }
  return (
    <div className={styles.row}>
      <PropertyPicker
        label="Property to filter by"
        value={filter.key ? { type: filter.type, property: filter.key } : null}
        properties={properties}
        owners={owners}
        onPick={({ type, property }) => onChange({ ...filter, type, key: property, value: [] })}
      />
      {filter.key && (
        <>
          <Select
            aria-label={`How ${filter.key} is compared`}
            value={filter.operator}
            onChange={(event) => chooseOperator(event.target.value as O)}
          >
            {operators.map((operator) => (
              <option key={operator} value={operator}>
                {meanings[operator].label}
              </option>
            ))}
          </Select>
          <FilterValues filter={filter} onChange={(value) => onChange({ ...filter, value })} />
        </>
      )}
      <Button look="quiet" icon="close" aria-label="Remove the filter" onClick={onRemove} />
    </div>
  )
}
