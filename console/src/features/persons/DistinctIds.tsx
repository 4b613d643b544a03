import { Loading } from '@/components/Loading'
import { Panel } from '@/components/Panel'
import { Time } from '@/components/Time'
import { plural } from '@/format/numbers'
import { number, text } from '@/hogql/rows'
import { useHogQL } from '@/hogql/useHogQL'
import { distinctIdsQuery } from './person'
import styles from './Persons.module.css'

interface DistinctIdsProps {
  person: string
  /** The ids of the profile, with or without events. */
  known: string[]
}

/** The ids of a person: devices before the sign-in, the account afterwards. */
export function DistinctIds({ person, known }: DistinctIdsProps) {
  const { data, error } = useHogQL(distinctIdsQuery(person))
  if (error) return null
  const seen = new Map((data?.results ?? []).map((row) => [text(row[0]), row]))
  const ids = [...new Set([...seen.keys(), ...known])]
  return (
    <Panel title="Distinct ids">
      {data && ids.length === 0 ? (
        <p>None is known.</p>
      ) : data ? (
        <ul className={styles.ids}>
          {ids.map((id) => {
            const row = seen.get(id)
            return (
              <li key={id}>
                <code>{id}</code>
                <span>
                  {row ? (
                    <>
                      {plural(number(row[1]), 'event')} · <Time value={row[3]} look="ago" />
                    </>
                  ) : (
                    'no events'
                  )}
                </span>
              </li>
            )
          })}
        </ul>
      ) : (
        <Loading lines={2} />
      )}
    </Panel>
  )
}
