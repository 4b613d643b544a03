import { useProject } from '@/app/project'
import { SeriesChart } from '@/chart/SeriesChart'
import { ErrorNotice } from '@/components/Notice'
import { isOpen } from '@/features/trends/dateRange'
import type { TrendsState } from '@/features/trends/model'
import { useTrendsAnswer } from '@/features/trends/useTrendsAnswer'

export default function ActivityChart({ state }: { state: TrendsState }) {
  const { timezone } = useProject()
  const { read, error, refetch } = useTrendsAnswer(state)
  if (error) return <ErrorNotice error={error} onRetry={() => void refetch()} />
  if (!read) return null
  const lastDay = read.results[0]?.days.at(-1)
  return (
    <SeriesChart
      label="Events and persons of the last 14 days"
      axis={read.axis}
      series={read.results}
      shape="line"
      openEnd={lastDay !== undefined && isOpen(lastDay, 'day', new Date(), timezone)}
    />
  )
}
