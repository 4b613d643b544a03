import { Link } from 'react-router'
import type { Recording } from '@/api/recordings'
import { useProjectPath } from '@/app/project'
import { Icon } from '@/components/Icon'
import { Time } from '@/components/Time'
import table from '@/components/table.module.css'
import { personName } from '@/features/persons/personName'
import { formatShort, plural } from '@/format/numbers'
import { clock } from './clock'
import { shortAddress } from './items'
import styles from './Replay.module.css'

interface RecordingTableProps {
  recordings: Recording[]
  chosen: ReadonlySet<string>
  onChoose: (chosen: ReadonlySet<string>) => void
}

export function RecordingTable({ recordings, chosen, onChoose }: RecordingTableProps) {
  const all = recordings.every((recording) => chosen.has(recording.id))
  const toggle = (id: string) => {
    const changed = new Set(chosen)
    if (!changed.delete(id)) changed.add(id)
    onChoose(changed)
  }
  return (
    <table className={`${table.table} ${styles.table}`}>
      <thead>
        <tr>
          <th className={styles.choose}>
            <input
              type="checkbox"
              aria-label="Choose all"
              checked={all}
              onChange={() =>
                onChoose(new Set(all ? [] : recordings.map((recording) => recording.id)))
              }
            />
          </th>
          <th>Who</th>
          <th>Began on</th>
          <th>Activity</th>
          <th className={`${table.number} ${styles.minor}`}>Clicks</th>
          <th className={`${table.number} ${styles.minor}`}>Keys</th>
          <th className={table.number}>Errors</th>
          <th className={table.number}>Length</th>
          <th className={table.number}>Began</th>
        </tr>
      </thead>
      <tbody>
        {recordings.map((recording) => (
          <Row
            key={recording.id}
            recording={recording}
            chosen={chosen.has(recording.id)}
            onToggle={() => toggle(recording.id)}
          />
        ))}
      </tbody>
    </table>
  )
}

export const nameOf = ({ person }: Recording): string => personName(person.properties, person.uuid)

interface RowProps {
  recording: Recording
  chosen: boolean
  onToggle: () => void
}

function Row({ recording, chosen, onToggle }: RowProps) {
  const path = useProjectPath()
  const name = nameOf(recording)
  const errors = recording.console_error_count
  return (
    <tr className={recording.viewed ? styles.watched : styles.fresh}>
      <td className={styles.choose}>
        <input
          type="checkbox"
          aria-label={`Choose the recording of ${name}`}
          checked={chosen}
          onChange={onToggle}
        />
      </td>
      <td className={styles.who}>
        <Link to={path(`replay/${encodeURIComponent(recording.id)}`)} title={recording.distinct_id}>
          <span className={styles.play}>
            <Icon name="play" size={10} />
          </span>
          <span className={styles.name}>{name}</span>
          {!recording.viewed && <span className={styles.dot} title="Not watched" />}
        </Link>
      </td>
      <td className={`${table.rest} ${styles.page}`} title={recording.urls.join('\n')}>
        {recording.start_url ? shortAddress(recording.start_url) : '–'}
        {recording.urls.length > 1 && (
          <span className={styles.more}>and {plural(recording.urls.length - 1, 'page')}</span>
        )}
      </td>
      <td>
        <Activity recording={recording} />
      </td>
      <td className={`${table.number} ${styles.minor}`}>{formatShort(recording.click_count)}</td>
      <td className={`${table.number} ${styles.minor}`}>{formatShort(recording.keypress_count)}</td>
      <td className={`${table.number} ${errors > 0 ? styles.bad : table.faint}`}>
        {formatShort(errors)}
      </td>
      <td className={table.number}>{clock(recording.recording_duration * 1000)}</td>
      <td className={`${table.number} ${table.time}`}>
        {recording.ongoing ? (
          <span className={styles.ongoing}>going on</span>
        ) : (
          <Time value={recording.start_time} look="ago" />
        )}
      </td>
    </tr>
  )
}

/** How much of its time somebody was there. */
function Activity({ recording }: { recording: Recording }) {
  const duration = Math.max(recording.active_seconds + recording.inactive_seconds, 0.001)
  const share = Math.min(1, recording.active_seconds / duration)
  return (
    <span
      className={styles.activity}
      title={`${clock(recording.active_seconds * 1000)} of ${clock(duration * 1000)} active`}
    >
      <span style={{ width: `${share * 100}%` }} />
    </span>
  )
}
