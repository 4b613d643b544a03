import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { Icon } from './Icon'
import type { IconName } from './icons'
import styles from './ListPage.module.css'

interface ItemNameProps {
  to: string
  children: ReactNode
  /** What else is to say of it, as its description. */
  note?: string | undefined
  icon?: IconName
  /** The name is one of code, such as a flag’s key. */
  code?: boolean
}

/** What a line of a list is about, and the way to its page. */
export function ItemName({ to, children, note, icon, code = false }: ItemNameProps) {
  return (
    <>
      <Link to={to} className={`${styles.name} ${code ? styles.code : ''}`}>
        {icon && (
          <span className={styles.icon}>
            <Icon name={icon} />
          </span>
        )}
        {children}
      </Link>
      {note && (
        <span className={styles.note} title={note}>
          {note}
        </span>
      )}
    </>
  )
}
