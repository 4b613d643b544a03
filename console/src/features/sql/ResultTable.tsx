import { useState } from 'react'
import type { TableResult } from '@/api/query'
import { Dialog } from '@/components/Dialog'
import { PropertyTable } from '@/components/PropertyTable'
import { text } from '@/hogql/rows'
import { columnsOf } from './columns'
import { useWindow } from './useWindow'
import styles from './ResultTable.module.css'

const ROW = 29

/** The rows of a result. Only those in sight are in the page, so that 50,000 scroll as 50 do. */
export function ResultTable({ result }: { result: TableResult }) {
  const columns = columnsOf(result)
  const rows = result.results
  const { frame, first, last } = useWindow(rows.length, ROW)
  const [opened, setOpened] = useState<number | null>(null)
  const openedRow = opened === null ? undefined : rows[opened]
  return (
    <div ref={frame} className={styles.frame}>
      <table className={styles.table} aria-rowcount={rows.length + 1}>
        <thead>
          <tr>
            <th className={styles.count}>#</th>
            {columns.map((column) => (
              <th key={column.index} className={column.kind === 'number' ? styles.number : ''}>
                {column.name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <tr aria-hidden="true" style={{ height: first * ROW }} />
          {rows.slice(first, last).map((row, offset) => (
            <tr key={first + offset} aria-rowindex={first + offset + 2} className={styles.row}>
              <td className={styles.count}>
                <button
                  type="button"
                  aria-label={`Show row ${first + offset + 1}`}
                  onClick={() => setOpened(first + offset)}
                >
                  {first + offset + 1}
                </button>
              </td>
              {columns.map((column) => (
                <td
                  key={column.index}
                  className={column.kind === 'number' ? styles.number : ''}
                  title={shorten(text(row[column.index]))}
                >
                  {row[column.index] === null ? (
                    <span className={styles.null}>null</span>
                  ) : (
                    shorten(text(row[column.index]))
                  )}
                </td>
              ))}
            </tr>
          ))}
          <tr aria-hidden="true" style={{ height: (rows.length - last) * ROW }} />
        </tbody>
      </table>
      {openedRow && (
        <Dialog
          title={`Row ${(opened ?? 0) + 1}`}
          placement="right"
          onClose={() => setOpened(null)}
        >
          <PropertyTable
            properties={Object.fromEntries(
              columns.map(({ name, index }) => [name, openedRow[index]]),
            )}
          />
        </Dialog>
      )}
    </div>
  )
}

/** A cell is for a glance; the opened row has the whole. */
const shorten = (value: string): string => (value.length > 300 ? `${value.slice(0, 299)}…` : value)
