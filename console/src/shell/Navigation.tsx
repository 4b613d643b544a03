import { NavLink } from 'react-router'
import { Icon } from '@/components/Icon'
import { Logo } from '@/components/Logo'
import { useProjectPath } from '@/app/project'
import { AccountMenu } from './AccountMenu'
import { home, isUnavailable, sections, settings, type NavigationItem } from './navigation'
import { ProjectSwitcher } from './ProjectSwitcher'
import { commandKey } from './useShortcut'
import styles from './Navigation.module.css'

export function Navigation({ onSearch }: { onSearch: () => void }) {
  return (
    <div className={styles.side}>
      <div className={styles.brand}>
        <Logo size={26} />
        <span>Tenrec</span>
      </div>
      <ProjectSwitcher />
      <button type="button" className={styles.search} onClick={onSearch}>
        <Icon name="search" size={14} />
        <span>Go to…</span>
        <kbd>{commandKey}K</kbd>
      </button>
      <nav aria-label="Products" className={styles.scroll}>
        <ul className={styles.list}>
          <Item item={home} />
        </ul>
        {sections.map((section) => (
          <section key={section.title}>
            <h2 className={styles.title}>{section.title}</h2>
            <ul className={styles.list}>
              {section.items.map((item) => (
                <Item key={item.path} item={item} />
              ))}
            </ul>
          </section>
        ))}
      </nav>
      <ul className={styles.foot}>
        <Item item={settings} root="settings" />
        <li>
          <AccountMenu />
        </li>
      </ul>
    </div>
  )
}

/** `root` marks the item as current for everything below that address. */
function Item({ item, root }: { item: NavigationItem; root?: string }) {
  const path = useProjectPath()
  const missing = isUnavailable(item.path)
  const below = root && window.location.pathname.startsWith(path(root))
  return (
    <li>
      <NavLink
        to={path(item.path)}
        className={`${styles.item} ${missing ? styles.missing : ''}`}
        title={missing ? `${item.label} is not part of this version` : undefined}
        {...(below && { 'aria-current': 'page' as const })}
      >
        <Icon name={item.icon} />
        {item.label}
      </NavLink>
    </li>
  )
}
