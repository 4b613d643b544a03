import { lazy, Suspense } from 'react'
import { Link } from 'react-router'
import { useProjectPath } from '@/app/project'
import { Panel } from '@/components/Panel'
import { newTrend, type TrendsState } from '@/features/trends/model'
import { toParameters } from '@/features/trends/urlState'
import styles from './HomePage.module.css'

const ActivityChart = lazy(() => import('./ActivityChart'))

const activity: TrendsState = {
  ...newTrend,
  series: [
    { event: null, math: 'total', mathProperty: null, filters: [] },
    { event: null, math: 'dau', mathProperty: null, filters: [] },
  ],
  range: { from: '-14d', to: null },
}

/** Events and persons of the last two weeks. */
export function Activity() {
  const path = useProjectPath()
  return (
    <Panel
      title="Activity of the last 14 days"
      actions={
        <Link to={`${path('insights/new')}?${toParameters(activity)}`}>Open as a trend</Link>
      }
    >
      <div className={styles.chart}>
        <Suspense fallback={null}>
          <ActivityChart state={activity} />
        </Suspense>
      </div>
    </Panel>
  )
}
