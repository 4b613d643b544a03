import { useId, type ReactNode } from 'react'
import styles from './Field.module.css'

interface FieldProps {
  label: string
  hint?: ReactNode
  error?: string | null | undefined
  /** Gets the id and the description that tie the control to its label, hint and error. */
  children: (control: {
    id: string
    'aria-describedby'?: string
    'aria-invalid'?: true
  }) => ReactNode
}

/** A labelled control with its hint and its error. */
export function Field({ label, hint, error, children }: FieldProps) {
  const id = useId()
  const description = `${id}-description`
  const described = Boolean(hint || error)
  return (
    <div className={styles.field}>
      <label htmlFor={id} className={styles.label}>
        {label}
      </label>
      {children({
        id,
        ...(described && { 'aria-describedby': description }),
        ...(error && { 'aria-invalid': true as const }),
      })}
      {described && (
        <p id={description} className={error ? styles.error : styles.hint}>
          {error ?? hint}
        </p>
      )}
    </div>
  )
}
