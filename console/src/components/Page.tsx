import { useEffect, type ReactNode } from 'react'
import styles from './Page.module.css'

interface PageProps {
  title: string
  /** What stands in the heading, when it is more than the title: a name that can be edited. */
  heading?: ReactNode
  lead?: ReactNode
  actions?: ReactNode
  children: ReactNode
  /** Text and forms read better in a narrow column. */
  narrow?: boolean
  /** Exactly as high as the window: what is inside scrolls by itself. */
  fill?: boolean
}

export function Page(props: PageProps) {
  const { title, heading, lead, actions, children, narrow = false, fill = false } = props
  useEffect(() => {
    document.title = `${title} · Tenrec`
  }, [title])
  return (
    <div className={`${styles.page} ${narrow ? styles.narrow : ''} ${fill ? styles.fill : ''}`}>
      <header className={styles.header}>
        <div className={styles.titles}>
          {heading ?? <h1>{title}</h1>}
          {lead && <p className={styles.lead}>{lead}</p>}
        </div>
        {actions && <div className={styles.actions}>{actions}</div>}
      </header>
      {children}
    </div>
  )
}
