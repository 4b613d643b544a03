import { useState } from 'react'
import { Link } from 'react-router'
import { useProjectPath } from '@/app/project'
import { CodeBlock } from '@/components/CodeBlock'
import { Fact, Facts } from '@/components/Facts'
import { PropertyTable } from '@/components/PropertyTable'
import { Segmented } from '@/components/Segmented'
import { Time } from '@/components/Time'
import { ExceptionChain } from '@/features/errors/ExceptionChain'
import { issuePath } from '@/features/errors/issueState'
import { withoutStacks } from '@/features/errors/properties'
import { exceptionsOf } from '@/features/errors/stack'
import { PersonLink } from '@/features/persons/PersonLink'
import { usePersonNames } from '@/features/persons/usePersonNames'
import { text } from '@/hogql/rows'
import type { EventRow } from './event'
import { FlagLink } from './FlagLink'
import { RecordingLink } from './RecordingLink'
import styles from './EventDetail.module.css'

const views = [
  { value: 'stack', label: 'Stack', icon: 'bug' },
  { value: 'table', label: 'Properties', icon: 'table' },
  { value: 'json', label: 'JSON', icon: 'code' },
] as const
type View = (typeof views)[number]['value']

/** All that is known of one event, with the way to what belongs to it. */
export function EventDetail({ event }: { event: EventRow }) {
  const path = useProjectPath()
  const exceptions = exceptionsOf(event.properties)
  const threw = exceptions.length > 0
  const nameOf = usePersonNames([event.personId])
  const [view, setView] = useState<View>(threw ? 'stack' : 'table')
  const of = (name: string) => text(event.properties[name])
  const issue = of('$exception_issue_id')
  return (
    <div className={styles.detail}>
      <div className={styles.head}>
        <Segmented
          label="Show as"
          value={view}
          segments={threw ? views : views.filter(({ value }) => value !== 'stack')}
          onChange={setView}
        />
        <Facts>
          <Fact label="Name">{event.event}</Fact>
          <Fact label="Person">
            <PersonLink
              id={event.personId}
              name={nameOf(event.personId)}
              distinctId={event.distinctId}
            />
          </Fact>
          <Fact label="Distinct id">{event.distinctId}</Fact>
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
      {view === 'stack' && <ExceptionChain exceptions={exceptions} />}
      {view === 'table' && <PropertyTable properties={withoutStacks(event.properties)} />}
      {view === 'json' && <CodeBlock caption={event.uuid} code={JSON.stringify(event, null, 2)} />}
    </div>
  )
}
