import { useState } from 'react'
import { Button } from '@/components/Button'
import type { PropertyChoices } from '@/features/taxonomy/useTaxonomy'
import { FilterEditor } from './FilterEditor'
import type { PropertyFilter } from './model'
import styles from './Builder.module.css'

interface FilterListProps {
  filters: PropertyFilter[]
  properties: PropertyChoices
  onChange: (filters: PropertyFilter[]) => void
}

const empty: PropertyFilter = { type: 'event', key: '', operator: 'exact', value: [] }

/** Conditions that all have to hold. One that is being written is not part of the question yet. */
export function FilterList({ filters, properties, onChange }: FilterListProps) {
  const [adding, setAdding] = useState(false)
  return (
    <div className={styles.filters}>
      {filters.map((filter, index) => (
        <FilterEditor
          key={index}
          filter={filter}
          properties={properties}
          onChange={(next) => onChange(filters.map((one, at) => (at === index ? next : one)))}
          onRemove={() => onChange(filters.filter((_, at) => at !== index))}
        />
      ))}
      {adding ? (
        <FilterEditor
          filter={empty}
          properties={properties}
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
