import { useRef } from 'react'
import { Field } from '@/components/Field'
import { Input } from '@/components/Input'
import { Picker } from '@/components/Picker'
import type { PropertyChoices } from '@/features/taxonomy/useTaxonomy'
import { variables, withValue } from './variables'
import styles from './Workflows.module.css'

interface TemplateFieldProps {
  label: string
  value: string
  properties: PropertyChoices
  onChange: (value: string) => void
  /** More than one makes it a text of several lines. */
  lines?: number
  hint?: string
  placeholder?: string
  error?: string | undefined
}

/** A text with values of the event and its person in braces; they are put in by choosing. */
export function TemplateField(props: TemplateFieldProps) {
  const { label, value, properties, onChange, lines = 1, hint, placeholder, error } = props
  const area = useRef<HTMLTextAreaElement>(null)
  const input = useRef<HTMLInputElement>(null)
  const insert = (name: string) => {
    const field = area.current ?? input.current
    const start = field?.selectionStart ?? value.length
    const put = withValue(value, start, field?.selectionEnd ?? start, name)
    onChange(put.text)
    // After the new text is there.
    requestAnimationFrame(() => {
      field?.focus()
      field?.setSelectionRange(put.caret, put.caret)
    })
  }
  return (
    <div className={styles.template}>
      <Picker
        label={`Insert a value into ${label}`}
        placeholder="Insert a value"
        value={null}
        choices={variables(properties)}
        loading={properties.loading}
        className={styles.insert ?? ''}
        onPick={insert}
      />
      <Field label={label} hint={hint} error={error}>
        {(control) =>
          lines > 1 ? (
            <textarea
              {...control}
              ref={area}
              rows={lines}
              className={styles.area}
              placeholder={placeholder}
              spellCheck={false}
              value={value}
              onChange={(event) => onChange(event.target.value)}
            />
          ) : (
            <Input
              {...control}
              ref={input}
              placeholder={placeholder}
              spellCheck={false}
              value={value}
              onChange={(event) => onChange(event.target.value)}
            />
          )
        }
      </Field>
    </div>
  )
}
