import { Fragment, useState } from 'react'
import { Icon } from '@/components/Icon'
import { Time } from '@/components/Time'
import table from '@/components/table.module.css'
import { PersonLink } from '@/features/persons/PersonLink'
import { usePersonNames } from '@/features/persons/usePersonNames'
import { eventLabel } from '@/features/taxonomy/labels'
import { text } from '@/hogql/rows'
import { placeOf, subjectOf, type EventRow } from './event'
import { EventDetail } from './EventDetail'
import styles from './EventTable.module.css'

interface EventTableProps {
  events: EventRow[]
  /** Without the column of persons, on a person's own page. */
  withPerson?: boolean
  /** The events that have just come. */
  fresh?: ReadonlySet<string>
}

/** Events as rows that open to all they contain. */
export function EventTable({ events, withPerson = true, fresh }: EventTableProps) {
  const [open, setOpen] = useState<string | null>(null)
  const nameOf = usePersonNames(withPerson ? events.map((event) => event.personId) : [])
  return (
    <div className={styles.container}>
      <table className={`${table.table} ${styles.events}`}>
        <thead>
          <tr>
            <th>Event</th>
            {withPerson && <th>Person</th>}
            <th>Where</th>
            <th className={styles.library}>Library</th>
            <th className={table.number}>Time</th>
          </tr>
        </thead>
        <tbody>
          {events.map((event) => (
            <Fragment key={event.uuid}>
              <Row
                event={event}
                person={withPerson ? nameOf(event.personId) : null}
                open={open === event.uuid}
                fresh={fresh?.has(event.uuid) ?? false}
                onToggle={() => setOpen(open === event.uuid ? null : event.uuid)}
              />
              {open === event.uuid && (
                <tr className={styles.detail}>
                  <td colSpan={withPerson ? 5 : 4}>
                    <EventDetail event={event} />
                  </td>
                </tr>
              )}
            </Fragment>
          ))}
        </tbody>
      </table>
    </div>
  )
}

interface RowProps {
  event: EventRow
  /** What the person is called; null without that column. */
  person: string | null
  open: boolean
  fresh: boolean
  onToggle: () => void
}

function Row({ event, person, open, fresh, onToggle }: RowProps) {
  const subject = subjectOf(event.event, event.properties)
  const place = placeOf(event.properties)
  return (
    <tr className={fresh ? styles.fresh : ''}>
      <td>
        <button type="button" className={styles.name} aria-expanded={open} onClick={onToggle}>
          <Icon name={open ? 'chevronDown' : 'chevronRight'} size={12} />
          <span title={event.event}>{eventLabel(event.event)}</span>
          {subject && <span className={styles.subject}>{subject}</span>}
        </button>
      </td>
      {person !== null && (
        <td className={styles.person}>
          <PersonLink id={event.personId} name={person} distinctId={event.distinctId} />
        </td>
      )}
      <td className={styles.place} title={text(event.properties['$current_url'])}>
        {place || '–'}
      </td>
      <td className={`${table.faint} ${styles.library}`}>
        {text(event.properties['$lib']) || '–'}
      </td>
      <td className={`${table.number} ${table.time}`}>
        <Time value={event.timestamp} />
      </td>
    </tr>
  )
}
