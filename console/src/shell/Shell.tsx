import { useState, type ReactNode } from 'react'
import { useLocation } from 'react-router'
import { Button } from '@/components/Button'
import { Logo } from '@/components/Logo'
import { useProject } from '@/app/project'
import { CommandPalette } from './CommandPalette'
import { Navigation } from './Navigation'
import { useShortcut } from './useShortcut'
import styles from './Shell.module.css'

/** The frame around every page: navigation, command palette, content. */
export function Shell({ children }: { children: ReactNode }) {
  const project = useProject()
  const { pathname } = useLocation()
  const [palette, setPalette] = useState(false)
  // Open on one page only: going to another closes it.
  const [drawerOn, setDrawerOn] = useState<string | null>(null)
  const drawer = drawerOn === pathname
  useShortcut('k', () => setPalette((open) => !open))
  return (
    <div className={styles.shell}>
      <a href="#content" className={styles.skip}>
        Skip to the content
      </a>
      <header className={styles.bar}>
        <Button
          look="quiet"
          icon="menu"
          aria-label="Navigation"
          aria-expanded={drawer}
          onClick={() => setDrawerOn(drawer ? null : pathname)}
        />
        <Logo size={22} />
        <span className={styles.barTitle}>{project.name}</span>
        <Button look="quiet" icon="search" aria-label="Search" onClick={() => setPalette(true)} />
      </header>
      <div className={`${styles.side} ${drawer ? styles.open : ''}`}>
        <Navigation onSearch={() => setPalette(true)} />
      </div>
      {drawer && <div className={styles.scrim} onPointerDown={() => setDrawerOn(null)} />}
      <main id="content" className={styles.content} tabIndex={-1}>
        {children}
      </main>
      {palette && <CommandPalette onClose={() => setPalette(false)} />}
    </div>
  )
}
