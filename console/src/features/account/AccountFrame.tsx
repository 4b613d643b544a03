import { useEffect, type ReactNode } from 'react'
import { Logo } from '@/components/Logo'
import styles from './AccountFrame.module.css'

interface AccountFrameProps {
  title: string
  lead: string
  children: ReactNode
}

/** The pages before somebody is signed in. */
export function AccountFrame({ title, lead, children }: AccountFrameProps) {
  useEffect(() => {
    document.title = `${title} · Tenrec`
  }, [title])
  return (
    <main className={styles.page}>
      <div className={styles.card}>
        <div className={styles.brand}>
          <Logo size={34} />
          <span>Tenrec</span>
        </div>
        <div className={styles.intro}>
          <h1>{title}</h1>
          <p>{lead}</p>
        </div>
        {children}
      </div>
    </main>
  )
}
