import { useParams } from 'react-router'
import { useProjectPath } from '@/app/project'
import { ButtonLink } from '@/components/Button'
import { CostLine } from '@/components/CostLine'
import { EmptyState } from '@/components/EmptyState'
import { Loading } from '@/components/Loading'
import { ErrorNotice } from '@/components/Notice'
import { Page } from '@/components/Page'
import { Panel } from '@/components/Panel'
import { PropertyTable } from '@/components/PropertyTable'
import { Time } from '@/components/Time'
import { eventRows, eventsQuery } from '@/features/events/event'
import { EventTable } from '@/features/events/EventTable'
import { jsonObject, texts } from '@/hogql/rows'
import { useHogQL } from '@/hogql/useHogQL'
import { literal } from '@/hogql/write'
import { DistinctIds } from './DistinctIds'
import { personName, personQuery } from './person'
import styles from './Persons.module.css'

export function Component() {
  const path = useProjectPath()
  const id = useParams()['personId'] ?? ''
  const person = useHogQL(personQuery(id))
  const events = useHogQL(eventsQuery([`person_id = ${literal(id)}`], 100))
  const row = person.data?.results[0]
  const properties = jsonObject(row?.[2])
  const name = row ? personName(properties, id) : 'Anonymous person'
  const error = person.error ?? events.error
  return (
    <Page
      title={name}
      actions={
        <ButtonLink icon="replay" to={path(`replay?person=${encodeURIComponent(id)}&span=-30d`)}>
          Recordings
        </ButtonLink>
      }
      lead={
        row && (
          <>
            First seen <Time value={row[1]} look="full" />
          </>
        )
      }
    >
      {error && <ErrorNotice error={error} onRetry={() => void events.refetch()} />}
      <div className={styles.columns}>
        <div className={styles.side}>
          <Panel title="Properties">
            {row ? (
              <PropertyTable properties={properties} />
            ) : person.data ? (
              <p>
                This person has no profile: the events were sent anonymously. A profile begins when
                the app calls <code>posthog.identify</code>.
              </p>
            ) : (
              <Loading lines={4} />
            )}
          </Panel>
          <DistinctIds person={id} known={texts(row?.[3])} />
        </div>
        <Panel title="Events" flush>
          {!events.data && !events.error && <Loading lines={8} />}
          {events.data && events.data.results.length > 0 && (
            <EventTable events={eventRows(events.data)} withPerson={false} />
          )}
          {events.data?.results.length === 0 && (
            <EmptyState icon="pulse" title="No events">
              No stored event belongs to this person.
            </EmptyState>
          )}
        </Panel>
      </div>
      {events.data && <CostLine took={events.data.took} cost={events.data.cost} />}
    </Page>
  )
}
