import { useState } from 'react'
import { Link } from 'react-router'
import { useProjectPath } from '@/app/project'
import { CodeBlock } from '@/components/CodeBlock'
import { PropertyTable } from '@/components/PropertyTable'
import { Segmented } from '@/components/Segmented'
import { Time } from '@/components/Time'
import { text } from '@/hogql/rows'
import type { EventRow } from './event'
import styles from './EventDetail.module.css'

const views = [
  { value: 'table', label: 'Properties', icon: 'table' },
  { value: 'json', label: 'JSON', icon: 'code' },
] as const

/** All that is known of one event. */
export function EventDetail({ event }: { event: EventRow }) {
  const path = useProjectPath()
  const session = encodeURIComponent(text(event.properties['$session_id']))
  const recorded = session !== '' && event.properties['$recording_status'] === 'active'
  const [view, setView] = useState<'table' | 'json'>('table')
  return (
    <div className={styles.detail}>
      <div className={styles.head}>
        <Segmented label="Show as" value={view} segments={views} onChange={setView} />
        <dl className={styles.facts}>
          <div>
            <dt>Name</dt>
            <dd>{event.event}</dd>
          </div>
          <div>
            <dt>Distinct id</dt>
            <dd>
              <Link to={path(`persons/${encodeURIComponent(event.personId)}`)}>
                {event.distinctId}
              </Link>
            </dd>
          </div>
          <div>
            <dt>At</dt>
            <dd>
              <Time value={event.timestamp} look="full" />
            </dd>
          </div>
          {recorded && (
            <div>
              <dt>Recording</dt>
              <dd>
                <Link to={path(`replay/${session}?at=${encodeURIComponent(event.timestamp)}`)}>
                  Watch this moment
                </Link>
              </dd>
            </div>
          )}
        </dl>
      </div>
      {view === 'table' ? (
        <PropertyTable properties={event.properties} />
      ) : (
        <CodeBlock caption={event.uuid} code={JSON.stringify(event, null, 2)} />
      )}
    </div>
  )
}
