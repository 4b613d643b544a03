import { useMemo } from 'react'
import { useProject } from '@/app/project'
import { colorVariable } from '@/chart/chartSeries'
import { SeriesChart } from '@/chart/SeriesChart'
import { Loading } from '@/components/Loading'
import { ErrorNotice } from '@/components/Notice'
import { wallClockNow } from '@/features/trends/dateRange'
import type { TrendsState } from '@/features/trends/model'
import { soFar } from '@/features/trends/sofar'
import { useTrendsAnswer } from '@/features/trends/useTrendsAnswer'
import styles from './HomePage.module.css'

const names = ['Events', 'Persons']

export default function ActivityChart({ state }: { state: TrendsState }) {
  const { timezone } = useProject()
  const { read, error, refetch } = useTrendsAnswer(state)
  const now = useMemo(
    () => read && soFar(read.results, read.axis, 'day', wallClockNow(new Date(), timezone)),
    [read, timezone],
  )
  if (error) return <ErrorNotice error={error} onRetry={() => void refetch()} />
  if (!now) return <Loading lines={4} />
  return (
    <>
      <SeriesChart
        label="Events and persons of the last 14 days"
        axis={now.axis}
        series={now.results}
        shape="line"
        open={now.open}
      />
      <ul className={styles.legend}>
        {now.results.map(({ id, color }, index) => (
          <li key={id}>
            <span className={styles.swatch} style={{ color: colorVariable(color) }} />
            {names[index]}
          </li>
        ))}
      </ul>
    </>
  )
}
