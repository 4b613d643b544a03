import type { ReactNode } from 'react'
import styles from './Badge.module.css'

export type BadgeTone = 'plain' | 'good' | 'warn' | 'bad' | 'accent'

interface BadgeProps {
  tone?: BadgeTone
  title?: string | undefined
  children: ReactNode
}

/** A state in a word. */
export function Badge({ tone = 'plain', title, children }: BadgeProps) {
  return (
    <span className={`${styles.badge} ${styles[tone]}`} title={title}>
      {children}
    </span>
  )
}
