import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { recordingsQuery, type Recording } from '@/api/recordings'
import { useProject, useProjectPath } from '@/app/project'
import { Badge } from '@/components/Badge'
import { EmptyState } from '@/components/EmptyState'
import { Loading } from '@/components/Loading'
import { ErrorNotice } from '@/components/Notice'
import { Panel } from '@/components/Panel'
import { Time } from '@/components/Time'
import table from '@/components/table.module.css'
import { withoutOrigin } from '@/features/events/event'
import { recordingPath } from '@/features/events/recordingPath'
import { clock } from '@/features/replay/clock'
import { formatNumber } from '@/format/numbers'
import { text } from '@/hogql/rows'
import { useHogQL } from '@/hogql/useHogQL'
import { distinctIdsQuery } from './person'

interface PersonRecordingsProps {
  person: string
  hasProfile: boolean
}

const SHOWN = 100

/** The recorded sessions of a person. */
export function PersonRecordings({ person, hasProfile }: PersonRecordingsProps) {
  const { id } = useProject()
  const ids = useHogQL(distinctIdsQuery(person), { enabled: !hasProfile })
  // Who has no profile has one device, and recordings know only that.
  const device = text(ids.data?.results[0]?.[0])
  const whose = hasProfile ? { person_uuid: person } : { distinct_id: device }
  const { data, error, refetch } = useQuery({
    ...recordingsQuery(
      id,
      new URLSearchParams({ ...whose, date_from: 'all', limit: String(SHOWN) }),
    ),
    enabled: hasProfile || device !== '',
  })
  const nothing = data?.results.length === 0 || (ids.data && !hasProfile && device === '')
  return (
    <>
      {error && <ErrorNotice error={error} onRetry={() => void refetch()} />}
      <Panel flush>
        {!data && !error && !nothing && <Loading lines={5} />}
        {nothing && (
          <EmptyState icon="replay" title="No recordings">
            No session of this person was recorded, or the recordings were deleted since.
          </EmptyState>
        )}
        {data && data.results.length > 0 && <RecordingTable recordings={data.results} />}
      </Panel>
    </>
  )
}

function RecordingTable({ recordings }: { recordings: Recording[] }) {
  const path = useProjectPath()
  return (
    <table className={table.table}>
      <thead>
        <tr>
          <th>Began</th>
          <th>First page</th>
          <th className={table.number}>Length</th>
          <th className={table.number}>Clicks</th>
          <th className={table.number}>Keys</th>
          <th className={table.number}>Console errors</th>
        </tr>
      </thead>
      <tbody>
        {recordings.map((recording) => (
          <tr key={recording.id}>
            <td>
              <Link to={path(recordingPath(recording))}>
                <Time value={recording.start_time} />
              </Link>{' '}
              {recording.ongoing && <Badge tone="good">going on</Badge>}
            </td>
            <td className={table.rest} title={recording.start_url ?? undefined}>
              {recording.start_url ? withoutOrigin(recording.start_url) : '–'}
            </td>
            <td className={table.number}>{clock(recording.recording_duration * 1000)}</td>
            <td className={table.number}>{formatNumber(recording.click_count)}</td>
            <td className={table.number}>{formatNumber(recording.keypress_count)}</td>
            <td className={table.number}>{formatNumber(recording.console_error_count)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
