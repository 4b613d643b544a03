import type { ReactNode } from 'react'
import { Logo } from '@/components/Logo'
import styles from './Splash.module.css'

/** The whole window before there is a page to show, or when there cannot be one. */
export function Splash({ children }: { children?: ReactNode }) {
  return (
    <main className={styles.splash}>
      <div className={`${styles.content} ${children ? '' : styles.waiting}`}>
        <Logo size={48} />
        {children}
      </div>
    </main>
  )
}
