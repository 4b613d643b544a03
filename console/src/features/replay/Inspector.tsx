import { useMemo, useState } from 'react'
import { IconInput } from '@/components/Input'
import { Loading } from '@/components/Loading'
import { matches } from '@/components/match'
import { ErrorNotice } from '@/components/Notice'
import { Segmented } from '@/components/Segmented'
import { InspectorItem } from './InspectorItem'
import { itemAt, type Item, type ItemKind } from './items'
import type { Playback } from './playback'
import { usePlayback } from './usePlayback'
import styles from './Inspector.module.css'

const tabs = [
  { value: 'all', label: 'All' },
  { value: 'event', label: 'Events' },
  { value: 'console', label: 'Console' },
  { value: 'network', label: 'Network' },
] as const
type Tab = (typeof tabs)[number]['value']

interface InspectorProps {
  playback: Playback
  items: Item[]
  loading: boolean
  error: Error | null
}

/** What happened, in the order of time; a click goes there. */
export function Inspector({ playback, items, loading, error }: InspectorProps) {
  const [tab, setTab] = useState<Tab>('all')
  const [typed, setTyped] = useState('')
  const [open, setOpen] = useState<string | null>(null)
  const [following, setFollowing] = useState(true)
  const shown = useMemo(
    () => items.filter((item) => isOf(item.kind, tab) && matches(typed, item.title, item.note)),
    [items, tab, typed],
  )
  const current = usePlayback(playback, (state) => itemAt(shown, playback.start + state.time))
  return (
    <section className={styles.inspector} aria-label="What happened">
      <header className={styles.header}>
        <Segmented label="Show" value={tab} segments={tabs} onChange={setTab} />
        <IconInput
          icon="search"
          aria-label="Search what happened"
          placeholder="Search"
          className={styles.search ?? ''}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
      </header>
      {error && <ErrorNotice error={error} />}
      <ol
        className={styles.items}
        onPointerEnter={() => setFollowing(false)}
        onPointerLeave={() => setFollowing(true)}
      >
        {loading && items.length === 0 && <Loading lines={6} />}
        {shown.map((item, index) => (
          <InspectorItem
            key={item.id}
            item={item}
            offset={item.at - playback.start}
            state={index === current ? 'current' : index < current ? 'past' : 'future'}
            follow={following}
            open={open === item.id}
            onSeek={() => playback.seek(item.at - playback.start)}
            onToggle={() => setOpen(open === item.id ? null : item.id)}
          />
        ))}
        {!loading && shown.length === 0 && (
          <li className={styles.nothing}>
            {typed ? 'Nothing that happened is called that.' : nothing[tab]}
          </li>
        )}
      </ol>
    </section>
  )
}

const nothing: Record<Tab, string> = {
  all: 'Nothing else happened in this session.',
  event: 'The session’s events are not here: SDKs send them with the same session id.',
  console: 'The page wrote nothing to the console, or the console is not recorded.',
  network:
    'The page asked for nothing, or requests are not recorded. On localhost the SDK records none.',
}

const isOf = (kind: ItemKind, tab: Tab): boolean => tab === 'all' || kind === tab
