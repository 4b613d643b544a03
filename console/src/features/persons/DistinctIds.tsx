import { Loading } from '@/components/Loading'
import { Panel } from '@/components/Panel'
import { Time } from '@/components/Time'
import { plural } from '@/format/numbers'
import { number, text } from '@/hogql/rows'
import { useHogQL } from '@/hogql/useHogQL'
import { distinctIdsQuery } from './person'
import styles from './Persons.module.css'

/** The ids under which a person sent events: devices before the sign-in, the account afterwards. */
export function DistinctIds({ person }: { person: string }) {
  const { data, error } = useHogQL(distinctIdsQuery(person))
  if (error) return null
  return (
    <Panel title="Distinct ids">
      {data ? (
        <ul className={styles.ids}>
          {data.results.map((row) => (
            <li key={text(row[0])}>
              <code>{text(row[0])}</code>
              <span>
                {plural(number(row[1]), 'event')}, last <Time value={row[3]} look="ago" />
              </span>
            </li>
          ))}
        </ul>
      ) : (
        <Loading lines={2} />
      )}
    </Panel>
  )
}
