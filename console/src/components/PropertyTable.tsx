import { useState } from 'react'
import { propertyLabel } from '@/features/taxonomy/labels'
import { text } from '@/hogql/rows'
import { IconInput } from './Input'
import { matches } from './match'
import styles from './PropertyTable.module.css'

/** All properties of an event or a person, with a filter as soon as they are many. */
export function PropertyTable({ properties }: { properties: Record<string, unknown> }) {
  const [typed, setTyped] = useState('')
  const entries = Object.entries(properties)
    .filter(([name, value]) => matches(typed, name, propertyLabel(name), text(value)))
    .sort(([a], [b]) => rank(a) - rank(b) || a.localeCompare(b))
  const many = Object.keys(properties).length > 12
  return (
    <div className={styles.properties}>
      {many && (
        <IconInput
          icon="search"
          aria-label="Filter the properties"
          placeholder="Filter properties"
          className={styles.filter ?? ''}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
      )}
      <table className={styles.table}>
        <tbody>
          {entries.map(([name, value]) => (
            <tr key={name}>
              <th scope="row" title={name}>
                {propertyLabel(name)}
                {propertyLabel(name) !== name && <span>{name}</span>}
              </th>
              <td className={typeof value === 'string' ? '' : styles.value}>{shown(value)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {entries.length === 0 && <p className={styles.nothing}>No properties.</p>}
    </div>
  )
}

/** What the app itself sent comes before what SDKs add. */
const rank = (name: string): number => (name.startsWith('$') ? 1 : 0)

function shown(value: unknown): string {
  if (typeof value === 'string') return value
  return typeof value === 'object' ? JSON.stringify(value, null, 2) : String(value)
}
