import { useMemo, useState } from 'react'
import type { ChartShape } from '@/chart/chartSeries'
import { SeriesChart } from '@/chart/SeriesChart'
import { useProject } from '@/app/project'
import { wallClockNow } from './dateRange'
import { Legend } from './Legend'
import type { Result } from './result'
import { soFar } from './sofar'
import type { ReadAnswer } from './useTrendsAnswer'
import styles from './TrendsView.module.css'

interface TimeViewProps {
  read: ReadAnswer
  shape: ChartShape
  onOpen: (result: Result, bucket: number) => void
}

/** The course over time, with the legend that can hide series. */
export function TimeView({ read, shape, onOpen }: TimeViewProps) {
  const { timezone } = useProject()
  const { state } = read
  const { results, axis, open } = useMemo(
    () => soFar(read.results, read.axis, state.interval, wallClockNow(new Date(), timezone)),
    [read, state, timezone],
  )
  const [hidden, setHidden] = useState<ReadonlySet<string>>(new Set())
  const shown = useMemo(() => results.filter((result) => !hidden.has(result.id)), [results, hidden])
  const toggle = (id: string) => {
    const next = new Set(hidden)
    if (!next.delete(id)) next.add(id)
    setHidden(next)
  }
  return (
    <>
      <div className={styles.chart}>
        <SeriesChart
          label={`Trend of ${results.map((result) => result.label).join(', ')}`}
          axis={axis}
          series={shown}
          shape={shape}
          open={open}
          onPoint={(series, bucket) => {
            const result = shown[series]
            if (result) onOpen(result, bucket)
          }}
        />
      </div>
      <Legend results={results} hidden={hidden} axis={axis} onToggle={toggle} onOpen={onOpen} />
    </>
  )
}
