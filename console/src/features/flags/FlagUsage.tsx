import { ErrorNotice } from '@/components/Notice'
import { Loading } from '@/components/Loading'
import { Panel } from '@/components/Panel'
import table from '@/components/table.module.css'
import { formatNumber } from '@/format/numbers'
import { number, text } from '@/hogql/rows'
import { useHogQL } from '@/hogql/useHogQL'
import { usageQuery } from './usage'

/** Which answers apps used in the last week. */
export function FlagUsage({ flagKey }: { flagKey: string }) {
  const { data, error, refetch } = useHogQL(usageQuery(flagKey))
  const rows = data?.results ?? []
  return (
    <Panel title="Answers of the last 7 days" flush={rows.length > 0}>
      {error && <ErrorNotice error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading lines={2} />}
      {data && rows.length === 0 && <p>No app has asked for it in the last week.</p>}
      {rows.length > 0 && (
        <table className={table.table}>
          <thead>
            <tr>
              <th>Answer</th>
              <th className={table.number}>Persons</th>
              <th className={table.number}>Times</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={text(row[0])}>
                <td className={table.code}>{text(row[0]) || '–'}</td>
                <td className={table.number}>{formatNumber(number(row[1]))}</td>
                <td className={table.number}>{formatNumber(number(row[2]))}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Panel>
  )
}
