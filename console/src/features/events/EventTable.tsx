import { Fragment, useState } from 'react'
import { Link } from 'react-router'
import { useProjectPath } from '@/app/project'
import { Icon } from '@/components/Icon'
import { Time } from '@/components/Time'
import table from '@/components/table.module.css'
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
                open={open === event.uuid}
                fresh={fresh?.has(event.uuid) ?? false}
                withPerson={withPerson}
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
  open: boolean
  fresh: boolean
  withPerson: boolean
  onToggle: () => void
}

function Row({ event, open, fresh, withPerson, onToggle }: RowProps) {
  const path = useProjectPath()
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
      {withPerson && (
        <td className={styles.person}>
          <Link to={path(`persons/${encodeURIComponent(event.personId)}`)} title={event.distinctId}>
            {text(event.properties['$user_id']) || event.distinctId}
          </Link>
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
