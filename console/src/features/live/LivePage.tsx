import { useDeferredValue, useState } from 'react'
import { Button } from '@/components/Button'
import { CostLine } from '@/components/CostLine'
import { EmptyState } from '@/components/EmptyState'
import { IconInput } from '@/components/Input'
import { Loading } from '@/components/Loading'
import { ErrorNotice } from '@/components/Notice'
import { Page } from '@/components/Page'
import { Panel } from '@/components/Panel'
import { Picker } from '@/components/Picker'
import { EventTable } from '@/features/events/EventTable'
import { SnippetTabs } from '@/features/snippets/SnippetTabs'
import { useEventChoices } from '@/features/taxonomy/useTaxonomy'
import { useLiveEvents } from './useLiveEvents'
import styles from './LivePage.module.css'

export function Component() {
  const [event, setEvent] = useState<string | null>(null)
  const [distinctId, setDistinctId] = useState('')
  const [paused, setPaused] = useState(false)
  const filter = useDeferredValue({ event, distinctId })
  const { data, error, refetch } = useLiveEvents(filter, paused)
  const { choices, loading } = useEventChoices()
  const filtered = event !== null || distinctId.trim() !== ''
  const clear = () => {
    setEvent(null)
    setDistinctId('')
  }
  return (
    <Page
      title="Live events"
      actions={
        <>
          <span className={`${styles.state} ${paused ? styles.paused : ''}`} role="status">
            {paused ? 'Paused' : 'Every 3 seconds'}
          </span>
          <Button icon={paused ? 'play' : 'pause'} onClick={() => setPaused(!paused)}>
            {paused ? 'Go on' : 'Pause'}
          </Button>
        </>
      }
    >
      <div className={styles.filters}>
        <Picker
          label="Event"
          placeholder="All events"
          value={event}
          choices={choices}
          loading={loading}
          onPick={setEvent}
          free
        />
        <IconInput
          icon="person"
          aria-label="Distinct id"
          placeholder="Distinct id"
          className={styles.id ?? ''}
          value={distinctId}
          onChange={(change) => setDistinctId(change.target.value)}
        />
        {filtered && (
          <Button look="quiet" icon="close" onClick={clear}>
            Clear
          </Button>
        )}
      </div>
      {error && <ErrorNotice error={error} onRetry={() => void refetch()} />}
      <Panel flush>
        {!data && !error && <Loading lines={8} />}
        {data && data.events.length > 0 && <EventTable events={data.events} fresh={data.fresh} />}
        {data?.events.length === 0 &&
          (filtered ? (
            <EmptyState
              icon="filter"
              title="No event of the last day matches"
              action={<Button onClick={clear}>Show all events</Button>}
            />
          ) : (
            <Waiting />
          ))}
      </Panel>
      {data && <CostLine took={data.took} cost={data.cost} rows={data.events.length} />}
    </Page>
  )
}

function Waiting() {
  return (
    <>
      <EmptyState icon="pulse" title="Waiting for the first event">
        Nothing arrived in the last day. Send one with a snippet below and leave this page open: the
        event shows a few seconds later.
      </EmptyState>
      <div className={styles.snippets}>
        <SnippetTabs />
      </div>
    </>
  )
}
