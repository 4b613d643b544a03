import { NavLink } from 'react-router'
import styles from './Tabs.module.css'

interface Tab {
  to: string
  label: string
  /** Is not the current one when an address below it is open. */
  end?: boolean
}

/** Parts of a page that have addresses of their own. */
export function Tabs({ label, tabs }: { label: string; tabs: Tab[] }) {
  return (
    <nav aria-label={label} className={styles.tabs}>
      {tabs.map(({ to, label: name, end = false }) => (
        <NavLink key={to} to={to} end={end} className={styles.tab ?? ''} replace>
          {name}
        </NavLink>
      ))}
    </nav>
  )
}
