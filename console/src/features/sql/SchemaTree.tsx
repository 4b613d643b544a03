import { useState } from 'react'
import { Icon } from '@/components/Icon'
import { IconInput } from '@/components/Input'
import { matches } from '@/components/match'
import { identifier } from '@/hogql/write'
import type { Table } from './schema'
import styles from './SchemaTree.module.css'

interface SchemaTreeProps {
  tables: Table[]
  onInsert: (text: string) => void
}

/** The tables and columns; a click writes the name into the query. */
export function SchemaTree({ tables, onInsert }: SchemaTreeProps) {
  const [typed, setTyped] = useState('')
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set(['events']))
  const found = tables
    .map((table) => ({
      ...table,
      columns: matches(typed, table.name)
        ? table.columns
        : table.columns.filter((column) => matches(typed, column.name)),
    }))
    .filter((table) => matches(typed, table.name) || table.columns.length > 0)
  const toggle = (name: string) => {
    const next = new Set(open)
    if (!next.delete(name)) next.add(name)
    setOpen(next)
  }
  return (
    <div className={styles.tree}>
      <IconInput
        icon="search"
        aria-label="Search tables and columns"
        placeholder="Tables and columns"
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      <ul className={styles.tables}>
        {found.map((table) => {
          const shown = open.has(table.name) || typed !== ''
          return (
            <li key={table.name}>
              <button
                type="button"
                className={styles.table}
                aria-expanded={shown}
                onClick={() => toggle(table.name)}
              >
                <Icon name={shown ? 'chevronDown' : 'chevronRight'} size={12} />
                <Icon name="table" size={14} />
                {table.name}
              </button>
              {shown && (
                <ul className={styles.columns}>
                  {table.columns.map((column) => (
                    <li key={column.name}>
                      <button
                        type="button"
                        title={`Write ${column.name} into the query`}
                        onClick={() => onInsert(identifier(column.name))}
                      >
                        <span>{column.name}</span>
                        <span className={styles.type}>{column.type}</span>
                      </button>
                    </li>
                  ))}
                </ul>
              )}
            </li>
          )
        })}
      </ul>
    </div>
  )
}
