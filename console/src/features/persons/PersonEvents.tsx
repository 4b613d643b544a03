import { CostLine } from '@/components/CostLine'
import { EmptyState } from '@/components/EmptyState'
import { Loading } from '@/components/Loading'
import { ErrorNotice } from '@/components/Notice'
import { Panel } from '@/components/Panel'
import { eventRows, eventsQuery } from '@/features/events/event'
import { EventTable } from '@/features/events/EventTable'
import { useHogQL } from '@/hogql/useHogQL'
import { literal } from '@/hogql/write'

/** The latest events of a person. */
export function PersonEvents({ person }: { person: string }) {
  const { data, error, refetch } = useHogQL(eventsQuery([`person_id = ${literal(person)}`], 100))
  return (
    <>
      {error && <ErrorNotice error={error} onRetry={() => void refetch()} />}
      <Panel flush>
        {!data && !error && <Loading lines={8} />}
        {data && data.results.length > 0 && (
          <EventTable events={eventRows(data)} withPerson={false} />
        )}
        {data?.results.length === 0 && (
          <EmptyState icon="pulse" title="No events">
            No stored event belongs to this person.
          </EmptyState>
        )}
      </Panel>
      {data && <CostLine took={data.took} cost={data.cost} rows={data.results.length} />}
    </>
  )
}
