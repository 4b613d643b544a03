import { useQuery } from '@tanstack/react-query'
import { flagHistoryQuery, type Flag } from '@/api/flags'
import { useProject } from '@/app/project'
import { Panel } from '@/components/Panel'
import { Time } from '@/components/Time'
import { summary } from './summary'
import styles from './Flags.module.css'

/** Who changed it when, and what it was then. */
export function FlagHistory({ flag }: { flag: Flag }) {
  const { id } = useProject()
  const { data = [] } = useQuery(flagHistoryQuery(id, flag.id))
  if (data.length === 0) return null
  return (
    <Panel title="History">
      <ol className={styles.history}>
        {data.map((version) => (
          <li key={version.version}>
            <span>
              {version.active ? 'on' : 'off'}, {summary(version)}
            </span>
            <span className={styles.by}>
              {version.last_modified_by?.email}, <Time value={version.updated_at} look="ago" />
            </span>
          </li>
        ))}
      </ol>
    </Panel>
  )
}
