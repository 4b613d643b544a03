import { useId, useState, type KeyboardEvent } from 'react'
import { Button } from '@/components/Button'
import { Input } from '@/components/Input'
import { usePropertyValues } from '@/features/taxonomy/useTaxonomy'
import type { FlagFilter } from './filter'
import { meanings } from './operators'
import styles from './Filters.module.css'

interface FilterValuesProps {
  filter: FlagFilter
  onChange: (value: string[]) => void
}

/** What a property is compared with; values that it had are offered while typing. */
export function FilterValues({ filter, onChange }: FilterValuesProps) {
  const { values } = meanings[filter.operator]
  if (values === 'none') return null
  return values === 'one' ? (
    <Typed
      key={filter.operator}
      filter={filter}
      start={filter.value[0] ?? ''}
      onCommit={(value) => onChange([value])}
    />
  ) : (
    <span className={styles.values}>
      {filter.value.map((value) => (
        <span key={value} className={styles.chip}>
          <span title={value}>{value}</span>
          <Button
            look="quiet"
            icon="close"
            aria-label={`Remove ${value}`}
            onClick={() => onChange(filter.value.filter((other) => other !== value))}
          />
        </span>
      ))}
      <Typed
        filter={filter}
        start=""
        onCommit={(value) => {
          if (value !== '' && !filter.value.includes(value)) onChange([...filter.value, value])
        }}
      />
    </span>
  )
}

interface TypedProps {
  filter: FlagFilter
  start: string
  onCommit: (value: string) => void
}

/** A text that counts when it is finished: on Enter, on leaving, on choosing an offered value. */
function Typed({ filter, start, onCommit }: TypedProps) {
  const id = useId()
  const [text, setText] = useState(start)
  const [touched, setTouched] = useState(false)
  const offered = usePropertyValues(filter.type, filter.key, touched)
  const commit = (value: string) => {
    if (value === start) return
    onCommit(value)
    if (meanings[filter.operator].values === 'many') setText('')
  }
  return (
    <>
      <Input
        className={styles.value ?? ''}
        aria-label={`Value of ${filter.key}`}
        placeholder={filter.value.length > 0 && !start ? 'or…' : 'Value'}
        list={id}
        value={text}
        onFocus={() => setTouched(true)}
        onChange={(event) => {
          setText(event.target.value)
          // A chosen option comes as one replacement, typing comes letter by letter.
          const { inputType } = event.nativeEvent as InputEvent
          const chosen = inputType === undefined || inputType === 'insertReplacementText'
          if (chosen && offered.includes(event.target.value)) commit(event.target.value)
        }}
        onBlur={() => commit(text.trim())}
        onKeyDown={(event: KeyboardEvent) => event.key === 'Enter' && commit(text.trim())}
      />
      <datalist id={id}>
        {offered.map((value) => (
          <option key={value} value={value} />
        ))}
      </datalist>
    </>
  )
}
