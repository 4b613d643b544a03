import type { ReactNode } from 'react'
import styles from './Panel.module.css'

interface PanelProps {
  title?: string
  actions?: ReactNode
  children: ReactNode
  /** Without inner space, for tables that go to the edge. */
  flush?: boolean
  className?: string | undefined
}

/** A framed part of a page. */
export function Panel({ title, actions, children, flush = false, className = '' }: PanelProps) {
  return (
    <section className={`${styles.panel} ${className}`}>
      {(title || actions) && (
        <header className={styles.header}>
          {title && <h2 className={styles.title}>{title}</h2>}
          {actions}
        </header>
      )}
      <div className={flush ? styles.flush : styles.body}>{children}</div>
    </section>
  )
}
