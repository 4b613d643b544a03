import { Navigate, useParams } from 'react-router'
import { useProjectPath } from '@/app/project'
import { Loading } from '@/components/Loading'
import { ErrorNotice } from '@/components/Notice'
import { Page } from '@/components/Page'
import { Panel } from '@/components/Panel'
import { PropertyTable } from '@/components/PropertyTable'
import { Tabs } from '@/components/Tabs'
import { Time } from '@/components/Time'
import { jsonObject, texts } from '@/hogql/rows'
import { useHogQL } from '@/hogql/useHogQL'
import { DistinctIds } from './DistinctIds'
import { distinctIdsQuery, personQuery } from './person'
import { PersonErrors } from './PersonErrors'
import { PersonEvents } from './PersonEvents'
import { PersonFlags } from './PersonFlags'
import { PersonRecordings } from './PersonRecordings'
import { personName } from './personName'
import styles from './Persons.module.css'

const tabs = [
  { id: 'events', label: 'Events' },
  { id: 'recordings', label: 'Recordings' },
  { id: 'flags', label: 'Feature flags' },
  { id: 'errors', label: 'Errors' },
]

/** Who it is, and all that is known of what they did. */
export function Component() {
  const { personId: id = '', tab } = useParams()
  const path = useProjectPath()
  const { data, error, refetch } = useHogQL(personQuery(id))
  const seen = useHogQL(distinctIdsQuery(id))
  const row = data?.results[0]
  const unknown = data && !row && seen.data?.results.length === 0
  const properties = jsonObject(row?.[2])
  const known = texts(row?.[3])
  const page = path(`persons/${encodeURIComponent(id)}`)
  if (!tabs.some((candidate) => candidate.id === tab)) {
    return <Navigate to={`${page}/events`} replace />
  }
  return (
    <Page
      title={data ? personName(properties, id) : 'Person'}
      lead={
        row ? (
          <>
            First seen <Time value={row[1]} look="full" />
          </>
        ) : (
          data && (unknown ? 'Nobody is known by this id' : 'Anonymous: without a profile')
        )
      }
    >
      {error && <ErrorNotice error={error} onRetry={() => void refetch()} />}
      <div className={styles.columns}>
        <div className={styles.side}>
          <Panel title="Properties">
            {row ? (
              <PropertyTable properties={properties} />
            ) : unknown ? (
              <p>
                No profile and no stored event has this id. It may be of another project, or was
                merged into another person.
              </p>
            ) : data ? (
              <p>
                This person has no profile: the events were sent anonymously. A profile begins when
                the app calls <code>posthog.identify</code>.
              </p>
            ) : (
              !error && <Loading lines={4} />
            )}
          </Panel>
          <DistinctIds person={id} known={known} />
        </div>
        <div className={styles.did}>
          <Tabs
            label="Of this person"
            tabs={tabs.map((one) => ({ to: `${page}/${one.id}`, label: one.label }))}
          />
          {tab === 'events' && <PersonEvents person={id} />}
          {tab === 'recordings' && data && <PersonRecordings person={id} hasProfile={!!row} />}
          {tab === 'flags' && data && <PersonFlags person={id} known={known} />}
          {tab === 'errors' && <PersonErrors person={id} />}
        </div>
      </div>
    </Page>
  )
}
