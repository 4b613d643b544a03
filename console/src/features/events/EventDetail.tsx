import { useState } from 'react'
import { Link } from 'react-router'
import { useProjectPath } from '@/app/project'
import { CodeBlock } from '@/components/CodeBlock'
import { Fact, Facts } from '@/components/Facts'
import { PropertyTable } from '@/components/PropertyTable'
import { Segmented } from '@/components/Segmented'
import { Time } from '@/components/Time'
import { issuePath } from '@/features/errors/issueState'
import { text } from '@/hogql/rows'
import type { EventRow } from './event'
import { FlagLink } from './FlagLink'
import { RecordingLink } from './RecordingLink'
import styles from './EventDetail.module.css'

const views = [
  { value: 'table', label: 'Properties', icon: 'table' },
  { value: 'json', label: 'JSON', icon: 'code' },
] as const

/** All that is known of one event, with the way to what belongs to it. */
export function EventDetail({ event }: { event: EventRow }) {
  const path = useProjectPath()
  const [view, setView] = useState<'table' | 'json'>('table')
  const of = (name: string) => text(event.properties[name])
  const issue = of('$exception_issue_id')
  return (
    <div className={styles.detail}>
      <div className={styles.head}>
        <Segmented label="Show as" value={view} segments={views} onChange={setView} />
        <Facts>
          <Fact label="Name">{event.event}</Fact>
          <Fact label="Person">
            <Link to={path(`persons/${encodeURIComponent(event.personId)}`)}>
              {event.distinctId}
            </Link>
          </Fact>
          <Fact label="At">
            <Time value={event.timestamp} look="full" />
          </Fact>
          <RecordingLink session={of('$session_id')} at={event.timestamp} />
          {issue && (
            <Fact label="Issue">
              <Link
                to={path(issuePath(issue, { event: { uuid: event.uuid, at: event.timestamp } }))}
              >
                All of this kind
              </Link>
            </Fact>
          )}
          <FlagLink flag={of('$feature_flag')} />
        </Facts>
      </div>
      {view === 'table' ? (
        <PropertyTable properties={event.properties} />
      ) : (
        <CodeBlock caption={event.uuid} code={JSON.stringify(event, null, 2)} />
      )}
    </div>
  )
}
