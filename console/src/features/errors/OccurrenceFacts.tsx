import { Fact, Facts } from '@/components/Facts'
import { Time } from '@/components/Time'
import type { EventRow } from '@/features/events/event'
import { RecordingLink } from '@/features/events/RecordingLink'
import { PersonLink } from '@/features/persons/PersonLink'
import { usePersonNames } from '@/features/persons/usePersonNames'
import { text } from '@/hogql/rows'

/** When, to whom and where it happened. */
export function OccurrenceFacts({ event }: { event: EventRow }) {
  const nameOf = usePersonNames([event.personId])
  const of = (name: string) => text(event.properties[name])
  return (
    <Facts>
      <Fact label="At">
        <Time value={event.timestamp} look="full" />
      </Fact>
      <Fact label="Person">
        {event.personId && (
          <PersonLink
            id={event.personId}
            name={nameOf(event.personId)}
            distinctId={event.distinctId}
          />
        )}
      </Fact>
      <RecordingLink session={of('$session_id')} at={event.timestamp} />
      <Fact label="Page">{of('$current_url') || of('$screen_name')}</Fact>
      <Fact label="Browser">{withVersion(of('$browser'), of('$browser_version'))}</Fact>
      <Fact label="OS">{withVersion(of('$os'), of('$os_version'))}</Fact>
      <Fact label="Library">{withVersion(of('$lib'), of('$lib_version'))}</Fact>
      <Fact label="Level">{of('$exception_level')}</Fact>
    </Facts>
  )
}

const withVersion = (name: string, version: string): string =>
  [name, version].filter(Boolean).join(' ')
