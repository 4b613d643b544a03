import type { ReactNode } from 'react'
import { Button } from './Button'
import styles from './Group.module.css'

interface GroupProps {
  label: string
  head: ReactNode
  /** Takes it away, with what its button is called; without it the group stays. */
  remove?: { label: string; onRemove: () => void } | undefined
  children: ReactNode
}

/** A framed part of a form, one of several alike. */
export function Group({ label, head, remove, children }: GroupProps) {
  return (
    <section className={styles.group} aria-label={label}>
      <header className={styles.head}>
        {head}
        {remove && (
          <Button look="quiet" icon="close" aria-label={remove.label} onClick={remove.onRemove} />
        )}
      </header>
      {children}
    </section>
  )
}
