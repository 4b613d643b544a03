import { lazy, Suspense, useMemo } from 'react'
import { useProject } from '@/app/project'
import { Loading } from '@/components/Loading'
import { ErrorNotice } from '@/components/Notice'
import type { Interval } from '@/features/trends/model'
import { useHogQL } from '@/hogql/useHogQL'
import { courseOf, courseQuery } from './overTime'
import type { Bounds } from './occurrence'
import styles from './Issue.module.css'

// Which is large: the stack must not wait for it.
const SeriesChart = lazy(async () => ({
  default: (await import('@/chart/SeriesChart')).SeriesChart,
}))

interface CourseProps {
  conditions: string[]
  bounds: Bounds
  interval: Interval
  onBucket: (bucket: string) => void
}

/** How often it happened over time; a bar opens what happened then. */
export function Course({ conditions, bounds, interval, onBucket }: CourseProps) {
  const project = useProject()
  const { data, error, refetch } = useHogQL(courseQuery(conditions, interval))
  const from = bounds.from.getTime()
  const to = bounds.to?.getTime()
  const course = useMemo(() => {
    if (!data) return null
    const drawn = { from: new Date(from), to: to === undefined ? null : new Date(to) }
    return courseOf(data.results, drawn, interval, project, new Date())
  }, [data, from, to, interval, project])
  if (error) return <ErrorNotice error={error} onRetry={() => void refetch()} />
  return (
    <div className={styles.course}>
      {course ? (
        <Suspense fallback={<Loading lines={3} />}>
          <SeriesChart
            label="Occurrences over time"
            axis={course.axis}
            series={course.series}
            shape="bar"
            open={course.open}
            onPoint={(_, index) => {
              const day = course.days[index]
              if (day !== undefined) onBucket(day)
            }}
          />
        </Suspense>
      ) : (
        <Loading lines={3} />
      )}
    </div>
  )
}
