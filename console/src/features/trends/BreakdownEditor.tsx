import { Button } from '@/components/Button'
import type { PropertyChoices } from '@/features/taxonomy/useTaxonomy'
import type { PropertyRef } from '@/features/filters/filter'
import { PropertyPicker } from '@/features/filters/PropertyPicker'
import styles from './Builder.module.css'

interface BreakdownEditorProps {
  breakdown: PropertyRef | null
  properties: PropertyChoices
  onChange: (breakdown: PropertyRef | null) => void
}

export function BreakdownEditor({ breakdown, properties, onChange }: BreakdownEditorProps) {
  return (
    <div className={styles.row}>
      <PropertyPicker
        label="Property to split by"
        placeholder="Split by a property"
        value={breakdown}
        properties={properties}
        onPick={onChange}
      />
      {breakdown && (
        <Button
          look="quiet"
          icon="close"
          aria-label="Remove the breakdown"
          onClick={() => onChange(null)}
        />
      )}
    </div>
  )
}
