import { useState } from 'react'
import { CostLine } from '@/components/CostLine'
import { EmptyState } from '@/components/EmptyState'
import { Loading, Progress } from '@/components/Loading'
import { ErrorNotice } from '@/components/Notice'
import { Panel } from '@/components/Panel'
import { BehindPoint } from './BehindPoint'
import { pointOf, type Point } from './behind'
import { needsProperty } from './math'
import type { TrendsState } from './model'
import { NumberView } from './NumberView'
import type { Result } from './result'
import { TableView } from './TableView'
import { TimeView } from './TimeView'
import { useTrendsAnswer, type ReadAnswer } from './useTrendsAnswer'
import styles from './TrendsView.module.css'

/** The answer in the chosen display. */
export function TrendsView({ state }: { state: TrendsState }) {
  const { read, error, isFetching, refetch } = useTrendsAnswer(state)
  const [point, setPoint] = useState<Point | null>(null)
  const unfinished = state.series.some(
    (series) => needsProperty(series.math) && series.mathProperty === null,
  )
  if (unfinished) {
    return (
      <Panel>
        <EmptyState icon="number" title="Of which property?">
          A sum, an average or a percentile is of a property: choose it beside the series.
        </EmptyState>
      </Panel>
    )
  }
  const open = (result: Result, bucket: number) => setPoint(pointOf(result, bucket))
  return (
    <>
      <Panel flush className={styles.panel}>
        <Progress active={isFetching} />
        {error && (
          <div className={styles.error}>
            <ErrorNotice error={error} onRetry={() => void refetch()} />
          </div>
        )}
        {!read && !error && <Loading lines={8} />}
        {read && !error && <Answer read={read} onOpen={open} />}
      </Panel>
      {read && !error && <CostLine took={read.answer.took} cost={read.answer.cost} />}
      {read && point && (
        <BehindPoint
          state={read.state}
          point={point}
          shown={read.results.flatMap((result) => result.breakdown ?? [])}
          onClose={() => setPoint(null)}
        />
      )}
    </>
  )
}

interface AnswerProps {
  read: ReadAnswer
  onOpen: (result: Result, bucket: number) => void
}

function Answer({ read, onOpen }: AnswerProps) {
  if (read.results.every((result) => result.total === 0 && result.values.every((one) => !one))) {
    return (
      <EmptyState icon="chart" title="Nothing in this range">
        No stored event meets the question. Choose a longer range, another event or fewer filters.
      </EmptyState>
    )
  }
  switch (read.state.display) {
    case 'line':
    case 'bar':
      return <TimeView read={read} shape={read.state.display} onOpen={onOpen} />
    case 'table':
      return <TableView results={read.results} />
    case 'number':
      return <NumberView results={read.results} />
  }
}
