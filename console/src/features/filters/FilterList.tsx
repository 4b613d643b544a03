import { useState } from 'react'
import { Button } from '@/components/Button'
import type { PropertyChoices } from '@/features/taxonomy/useTaxonomy'
import { FilterEditor } from './FilterEditor'
import {
  flagOperators,
  operators,
  type FlagOperator,
  type Operator,
  type PropertyFilter,
  type PropertyOwner,
} from './filter'
import styles from './Filters.module.css'

interface FilterListProps<O extends FlagOperator> {
  filters: PropertyFilter<O>[]
  properties: PropertyChoices
  /** Whose properties may be asked; what is typed freely belongs to the first. */
  owners?: readonly PropertyOwner[]
  onChange: (filters: PropertyFilter<O>[]) => void
}

const both: readonly PropertyOwner[] = ['event', 'person']

/** Conditions that all have to hold. One that is being written is not part of the question yet. */
export const FilterList = (props: FilterListProps<Operator>) => (
  <Conditions operators={operators} {...props} />
)

/** The same for flags and cohorts, which compare in more ways. */
export const FlagFilterList = (props: FilterListProps<FlagOperator>) => (
  <Conditions operators={flagOperators} {...props} />
)

interface ConditionsProps<O extends FlagOperator> extends FilterListProps<O> {
  /** In which ways properties can be compared, the usual one first. */
  operators: readonly [O, ...O[]]
}

function Conditions<O extends FlagOperator>(props: ConditionsProps<O>) {
  const { filters, properties, owners = both, operators, onChange } = props
  const empty: PropertyFilter<O> = {
    type: owners[0] ?? 'event',
    key: '',
    operator: operators[0],
    value: [],
  }
  const [adding, setAdding] = useState(false)
  return (
    <div className={styles.filters}>
      {filters.map((filter, index) => (
        <FilterEditor
          key={index}
          filter={filter}
          properties={properties}
          owners={owners}
          operators={operators}
          onChange={(next) => onChange(filters.map((one, at) => (at === index ? next : one)))}
          onRemove={() => onChange(filters.filter((_, at) => at !== index))}
        />
      ))}
      {adding ? (
        <FilterEditor
          filter={empty}
          properties={properties}
          owners={owners}
          operators={operators}
          onChange={(filter) => {
            onChange([...filters, filter])
            setAdding(false)
          }}
          onRemove={() => setAdding(false)}
        />
      ) : (
        <Button
          look="quiet"
          icon="plus"
          className={styles.add ?? ''}
          onClick={() => setAdding(true)}
        >
          Add a filter
        </Button>
      )}
    </div>
  )
}
