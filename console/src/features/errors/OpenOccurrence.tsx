import { useState } from 'react'
import type { IssueEvent } from '@/api/issues'
import { Button } from '@/components/Button'
import { CodeBlock } from '@/components/CodeBlock'
import { Loading } from '@/components/Loading'
import { ErrorNotice } from '@/components/Notice'
import { Panel } from '@/components/Panel'
import { PropertyTable } from '@/components/PropertyTable'
import { Segmented } from '@/components/Segmented'
import { eventRows, eventsQuery, type EventRow } from '@/features/events/event'
import { useHogQL } from '@/hogql/useHogQL'
import { ExceptionChain } from './ExceptionChain'
import type { Occurred } from './issueState'
import { OccurrenceFacts } from './OccurrenceFacts'
import { eventConditions, type Occurrence } from './occurrence'
import { exceptionsOf } from './stack'
import { Steps } from './Steps'
import { withoutStacks } from './properties'
import styles from './Issue.module.css'

const views = [
  { value: 'stack', label: 'Stack', icon: 'bug' },
  { value: 'properties', label: 'Properties', icon: 'table' },
  { value: 'json', label: 'JSON', icon: 'code' },
] as const
type View = (typeof views)[number]['value']

interface OpenOccurrenceProps {
  open: Occurred
  /** The whole event, when it is there already. */
  known: IssueEvent | null
  rows: Occurrence[]
  onOpen: (occurred: Occurred) => void
}

/** One occurrence with all that is known of it. */
export function OpenOccurrence({ open, known, rows, onOpen }: OpenOccurrenceProps) {
  const [view, setView] = useState<View>('stack')
  const at = rows.findIndex((row) => row.uuid === open.uuid)
  const asked = useHogQL(eventsQuery(eventConditions(open), 1), { enabled: known === null })
  const event = known ? rowOf(known, rows[at]) : asked.data && eventRows(asked.data)[0]
  const newer = rows[at - 1]
  const older = at < 0 ? undefined : rows[at + 1]
  return (
    <Panel
      title="Occurrence"
      actions={
        <span className={styles.step}>
          <Button look="quiet" disabled={!newer} onClick={() => newer && onOpen(newer)}>
            Newer
          </Button>
          <Button look="quiet" disabled={!older} onClick={() => older && onOpen(older)}>
            Older
          </Button>
        </span>
      }
    >
      {asked.error && known === null && (
        <ErrorNotice error={asked.error} onRetry={() => void asked.refetch()} />
      )}
      {!event && asked.data && <p>This occurrence is not stored any more.</p>}
      {!event && !asked.data && !asked.error && <Loading lines={8} />}
      {event && (
        <>
          <OccurrenceFacts event={event} />
          <div>
            <Segmented label="Show" value={view} segments={views} onChange={setView} />
          </div>
          {view === 'stack' && (
            <>
              <ExceptionChain key={event.uuid} exceptions={exceptionsOf(event.properties)} />
              <Steps properties={event.properties} />
            </>
          )}
          {view === 'properties' && <PropertyTable properties={withoutStacks(event.properties)} />}
          {view === 'json' && (
            <CodeBlock caption={event.uuid} code={JSON.stringify(event, null, 2)} />
          )}
        </>
      )}
    </Panel>
  )
}

const rowOf = (event: IssueEvent, listed: Occurrence | undefined): EventRow => ({
  uuid: event.uuid,
  event: '$exception',
  timestamp: event.timestamp,
  distinctId: event.distinct_id,
  personId: listed?.personId ?? '',
  properties: event.properties,
})
