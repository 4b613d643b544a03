import { useState } from 'react'
import { Button } from '@/components/Button'
import type { PropertyChoices } from '@/features/taxonomy/useTaxonomy'
import { FilterEditor } from './FilterEditor'
import type { PropertyFilter, PropertyOwner } from './filter'
import styles from './Filters.module.css'

interface FilterListProps {
  filters: PropertyFilter[]
  properties: PropertyChoices
  /** Whose properties may be asked; what is typed freely belongs to the first. */
  owners?: readonly PropertyOwner[]
  onChange: (filters: PropertyFilter[]) => void
}

const both: readonly PropertyOwner[] = ['event', 'person']

/** Conditions that all have to hold. One that is being written is not part of the question yet. */
export function FilterList(props: FilterListProps) {
  const { filters, properties, owners = both, onChange } = props
  const empty: PropertyFilter = {
    type: owners[0] ?? 'event',
    key: '',
    operator: 'exact',
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
          onChange={(next) => onChange(filters.map((one, at) => (at === index ? next : one)))}
          onRemove={() => onChange(filters.filter((_, at) => at !== index))}
        />
      ))}
      {adding ? (
        <FilterEditor
          filter={empty}
          properties={properties}
          owners={owners}
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
