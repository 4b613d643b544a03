import { useState } from 'react'
import { propertyLabel } from '@/features/taxonomy/labels'
import { text } from '@/hogql/rows'
import { Button } from './Button'
import { IconInput } from './Input'
import { matches } from './match'
import styles from './PropertyTable.module.css'

/** All properties of an event or a person; those without a value and the filter only on demand. */
export function PropertyTable({ properties }: { properties: Record<string, unknown> }) {
  const [typed, setTyped] = useState('')
  const [withEmpty, setWithEmpty] = useState(false)
  const all = Object.entries(properties).sort(([a], [b]) => rank(a) - rank(b) || a.localeCompare(b))
  const empty = all.filter(([, value]) => isEmpty(value)).length
  const shown = all.filter(
    ([name, value]) =>
      (withEmpty || !isEmpty(value)) && matches(typed, name, propertyLabel(name), text(value)),
  )
  return (
    <div className={styles.properties}>
      {all.length > 12 && (
        <IconInput
          icon="search"
          aria-label="Filter the properties"
          placeholder="Filter properties"
          className={styles.filter ?? ''}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
      )}
      <dl className={styles.list}>
        {shown.map(([name, value]) => (
          <div key={name} className={styles.property}>
            <dt title={name}>
              {propertyLabel(name)}
              {propertyLabel(name) !== name && <span>{name}</span>}
            </dt>
            <dd className={typeof value === 'string' ? '' : styles.value}>{written(value)}</dd>
          </div>
        ))}
      </dl>
      {shown.length === 0 && <p className={styles.nothing}>No properties.</p>}
      {empty > 0 && (
        <Button look="quiet" className={styles.more ?? ''} onClick={() => setWithEmpty(!withEmpty)}>
          {withEmpty ? 'Hide those without a value' : `Show ${empty} without a value`}
        </Button>
      )}
    </div>
  )
}

/** What the app itself sent comes before what SDKs add. */
const rank = (name: string): number => (name.startsWith('$') ? 1 : 0)

const isEmpty = (value: unknown): boolean => value === null || value === undefined || value === ''

function written(value: unknown): string {
  if (typeof value === 'string') return value
  return typeof value === 'object' ? JSON.stringify(value, null, 2) : String(value)
}
