import { useState } from 'react'
import { useProjectPath } from '@/app/project'
import { ButtonLink } from '@/components/Button'
import { CostLine } from '@/components/CostLine'
import { Dialog } from '@/components/Dialog'
import { EmptyState } from '@/components/EmptyState'
import { Loading } from '@/components/Loading'
import { ErrorNotice } from '@/components/Notice'
import { Segmented } from '@/components/Segmented'
import { Time } from '@/components/Time'
import table from '@/components/table.module.css'
import { eventRows, eventsQuery } from '@/features/events/event'
import { EventTable } from '@/features/events/EventTable'
import { PersonLink } from '@/features/persons/PersonLink'
import { nameOrId } from '@/features/persons/personName'
import { formatNumber } from '@/format/numbers'
import { number, text } from '@/hogql/rows'
import { useHogQL } from '@/hogql/useHogQL'
import { conditionsBehind, personsBehind, type Point } from './behind'
import type { TrendsState } from './model'

interface BehindPointProps {
  state: TrendsState
  point: Point
  shown: string[]
  onClose: () => void
}

const views = [
  { value: 'persons', label: 'Persons', icon: 'people' },
  { value: 'events', label: 'Events', icon: 'pulse' },
] as const

/** Who and what made the value of a point. */
export function BehindPoint({ state, point, shown, onClose }: BehindPointProps) {
  const path = useProjectPath()
  const [view, setView] = useState<'persons' | 'events'>('persons')
  const conditions = conditionsBehind(state, point, shown)
  const query = view === 'persons' ? personsBehind(conditions) : eventsQuery(conditions, 100)
  const { data, error, refetch } = useHogQL(query)
  const answered = data?.columns.includes('person_id') && data.columns.includes('events')
  const ready = data && (view === 'persons') === answered
  return (
    <Dialog
      title={point.title}
      placement="right"
      size="large"
      onClose={onClose}
      actions={
        <ButtonLink icon="code" to={`${path('sql')}?query=${encodeURIComponent(query)}`}>
          Open as SQL
        </ButtonLink>
      }
    >
      <div>
        <Segmented label="Show" value={view} segments={views} onChange={setView} />
      </div>
      {error && <ErrorNotice error={error} onRetry={() => void refetch()} />}
      {!ready && !error && <Loading lines={6} />}
      {ready && data.results.length === 0 && (
        <EmptyState icon="people" title="Nobody">
          The value of this point is zero.
        </EmptyState>
      )}
      {ready && view === 'persons' && <PersonRows rows={data.results} />}
      {ready && view === 'events' && data.results.length > 0 && (
        <EventTable events={eventRows(data)} />
      )}
      {ready && <CostLine took={data.took} cost={data.cost} rows={data.results.length} />}
    </Dialog>
  )
}

function PersonRows({ rows }: { rows: unknown[][] }) {
  if (rows.length === 0) return null
  return (
    <table className={table.table}>
      <thead>
        <tr>
          <th>Person</th>
          <th className={table.number}>Events</th>
          <th className={table.number}>Last</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={text(row[0])}>
            <td>
              <PersonLink id={text(row[0])} name={nameOrId(row[1], text(row[0]))} />
            </td>
            <td className={table.number}>{formatNumber(number(row[2]))}</td>
            <td className={`${table.number} ${table.time}`}>
              <Time value={row[3]} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
