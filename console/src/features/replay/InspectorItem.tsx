import { memo, useEffect, useRef } from 'react'
import { Button } from '@/components/Button'
import { Icon } from '@/components/Icon'
import type { IconName } from '@/components/icons'
import { PropertyTable } from '@/components/PropertyTable'
import { formatMilliseconds } from '@/format/numbers'
import { clock } from './clock'
import type { Item } from './items'
import styles from './Inspector.module.css'

interface InspectorItemProps {
  item: Item
  /** Since the recording's beginning. */
  offset: number
  state: 'past' | 'current' | 'future'
  /** Whether the current one is kept in sight. */
  follow: boolean
  open: boolean
  onSeek: () => void
  onToggle: () => void
}

export const InspectorItem = memo(Row, (a, b) => {
  const same: (keyof InspectorItemProps)[] = ['item', 'state', 'open']
  return (
    same.every((name) => a[name] === b[name]) && (b.state !== 'current' || a.follow === b.follow)
  )
})

function Row({ item, offset, state, follow, open, onSeek, onToggle }: InspectorItemProps) {
  const row = useRef<HTMLLIElement>(null)
  useEffect(() => {
    if (state !== 'current' || !follow) return
    const list = row.current?.parentElement
    // Not scrollIntoView: that would move the page too.
    if (row.current && list) {
      list.scrollTo({ top: row.current.offsetTop - list.clientHeight / 2, behavior: 'smooth' })
    }
  }, [state, follow])
  return (
    <li ref={row} className={`${styles.item} ${styles[state]} ${styles[item.tone]}`}>
      <button type="button" className={styles.line} onClick={onSeek}>
        <span className={styles.icon}>
          <Icon name={iconOf(item)} size={14} />
        </span>
        <span className={styles.title} title={item.title}>
          {item.title}
          {item.note && <span>{item.note}</span>}
        </span>
        {item.duration !== undefined && (
          <span className={styles.took}>{formatMilliseconds(item.duration)}</span>
        )}
        <time>{clock(offset)}</time>
      </button>
      <Button
        look="quiet"
        icon={open ? 'chevronDown' : 'chevronRight'}
        className={styles.toggle ?? ''}
        aria-expanded={open}
        aria-label={`All about ${item.title}`}
        onClick={onToggle}
      />
      {open && (
        <div className={styles.detail}>
          <PropertyTable properties={item.detail} />
        </div>
      )}
    </li>
  )
}

function iconOf({ kind, tone }: Item): IconName {
  if (kind === 'event') return tone === 'page' ? 'globe' : tone === 'bad' ? 'bug' : 'pulse'
  if (kind === 'console') return 'code'
  return kind === 'network' ? 'download' : 'screen'
}
