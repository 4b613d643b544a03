import { NavLink } from 'react-router'
import styles from './Tabs.module.css'

/** Parts of a page that have addresses of their own. */
export function Tabs({
  label,
  tabs,
}: {
  label: string
  tabs: { to: string; label: string; end?: boolean }[]
}) {
  return (
    <nav aria-label={label} className={styles.tabs}>
      {tabs.map((tab) => (
        <NavLink
          key={tab.to}
          to={tab.to}
          end={tab.end ?? false}
          className={styles.tab ?? ''}
          replace
        >
          {tab.label}
        </NavLink>
      ))}
    </nav>
  )
}
