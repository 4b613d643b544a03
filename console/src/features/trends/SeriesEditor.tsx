import { useState } from 'react'
import { Button } from '@/components/Button'
import { Picker, type Choice } from '@/components/Picker'
import type { PropertyChoices } from '@/features/taxonomy/useTaxonomy'
import { FilterList } from '@/features/filters/FilterList'
import { meanings, needsProperty } from './math'
import { maths, type Math, type Series } from './model'
import styles from './Builder.module.css'

interface SeriesEditorProps {
  index: number
  series: Series
  events: { choices: Choice[]; loading: boolean }
  properties: PropertyChoices
  onChange: (series: Series) => void
  onRemove: (() => void) | null
}

const ANY = ''
const mathChoices: Choice[] = maths.map((math) => ({
  value: math,
  label: meanings[math].label,
  group: meanings[math].group,
}))

export function SeriesEditor(props: SeriesEditorProps) {
  const { index, series, events, properties, onChange, onRemove } = props
  const [filtering, setFiltering] = useState(series.filters.length > 0)
  const letter = String.fromCharCode(65 + index)
  const chooseMath = (math: Math) =>
    onChange({ ...series, math, mathProperty: needsProperty(math) ? series.mathProperty : null })
  return (
    <li className={styles.series}>
      <div className={styles.row}>
        <span className={styles.letter}>{letter}</span>
        <Picker
          label={`Event of series ${letter}`}
          className={styles.event ?? ''}
          value={series.event ?? ANY}
          choices={[{ value: ANY, label: 'All events' }, ...events.choices]}
          loading={events.loading}
          onPick={(event) => onChange({ ...series, event: event === ANY ? null : event })}
          free
        />
        <span className={styles.word}>counted as</span>
        <Picker
          label={`What is counted in series ${letter}`}
          value={series.math}
          choices={mathChoices}
          onPick={(math) => chooseMath(math as Math)}
        />
        {needsProperty(series.math) && (
          <>
            <span className={styles.word}>of</span>
            <Picker
              label={`Property of series ${letter}`}
              placeholder="Property"
              value={series.mathProperty}
              choices={properties.event}
              loading={properties.loading}
              onPick={(mathProperty) => onChange({ ...series, mathProperty })}
              free
            />
          </>
        )}
        <Button
          look="quiet"
          icon="filter"
          aria-label={`Filter series ${letter}`}
          aria-pressed={filtering}
          onClick={() => setFiltering(!filtering)}
        />
        {onRemove && (
          <Button
            look="quiet"
            icon="close"
            aria-label={`Remove series ${letter}`}
            onClick={onRemove}
          />
        )}
      </div>
      {(filtering || series.filters.length > 0) && (
        <div className={styles.nested}>
          <FilterList
            filters={series.filters}
            properties={properties}
            onChange={(filters) => onChange({ ...series, filters })}
          />
        </div>
      )}
    </li>
  )
}
