import { Fragment, useState } from 'react'
import { CodeBlock } from '@/components/CodeBlock'
import { Icon } from '@/components/Icon'
import { Time } from '@/components/Time'
import table from '@/components/table.module.css'
import { readableBody, type RejectedRow } from './rejected'
import styles from './Rejected.module.css'

export function RejectedTable({ rows }: { rows: RejectedRow[] }) {
  const [open, setOpen] = useState<string | null>(null)
  return (
    <table className={table.table}>
      <thead>
        <tr>
          <th aria-label="Open" />
          <th>Received</th>
          <th>Step</th>
          <th>Reason</th>
          <th>Detail</th>
          <th>Event</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Fragment key={row.id}>
            <tr>
              <td className={styles.opener}>
                <button
                  type="button"
                  aria-expanded={open === row.id}
                  aria-label={`Show the body of ${row.id}`}
                  onClick={() => setOpen(open === row.id ? null : row.id)}
                >
                  <Icon name={open === row.id ? 'chevronDown' : 'chevronRight'} size={12} />
                </button>
              </td>
              <td className={table.time}>
                <Time value={row.receivedAt} />
              </td>
              <td>{row.step}</td>
              <td>{row.reason}</td>
              <td title={row.detail}>{row.detail}</td>
              <td>{row.event}</td>
            </tr>
            {open === row.id && (
              <tr className={styles.detail}>
                <td colSpan={6}>
                  <p>{row.detail}</p>
                  <CodeBlock
                    caption={row.distinctId ? `As it came, from ${row.distinctId}` : 'As it came'}
                    code={readableBody(row.body)}
                  />
                </td>
              </tr>
            )}
          </Fragment>
        ))}
      </tbody>
    </table>
  )
}
