import { Loading } from '@/components/Loading'
import { ErrorNotice } from '@/components/Notice'
import { Panel } from '@/components/Panel'
import { formatNumber } from '@/format/numbers'
import { useHogQL } from '@/hogql/useHogQL'
import { distributionsOf, distributionsQuery, type Distribution } from './shares'
import styles from './Issue.module.css'

/** Where it happens: which browsers, systems and releases. */
export function Distributions({ conditions }: { conditions: string[] }) {
  const { data, error, refetch } = useHogQL(distributionsQuery(conditions))
  return (
    <Panel title="Where it happens">
      {error && <ErrorNotice error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading lines={5} />}
      {data?.results.length === 0 && <p>Nothing happened in this time.</p>}
      {data && data.results.length > 0 && distributionsOf(data.results).map(draw)}
    </Panel>
  )
}

const draw = ({ label, shares, others }: Distribution) => (
  <section key={label} className={styles.distribution}>
    <h3>{label}</h3>
    <ul>
      {shares.map((share) => (
        <li key={share.value} title={`${share.value}: ${formatNumber(share.times)}`}>
          <span className={styles.value}>{share.value}</span>
          <span className={styles.bar}>
            <i style={{ width: `${share.part * 100}%` }} />
          </span>
          <span className={styles.percent}>{percent(share.part)}</span>
        </li>
      ))}
    </ul>
    {others > 0 && <p className={styles.more}>and {others} more</p>}
  </section>
)

function percent(part: number): string {
  const value = part * 100
  return value > 0 && value < 1 ? '< 1 %' : `${Math.round(value)} %`
}
