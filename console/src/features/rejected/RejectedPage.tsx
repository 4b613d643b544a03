import { useState } from 'react'
import { CostLine } from '@/components/CostLine'
import { EmptyState } from '@/components/EmptyState'
import { Loading, Progress } from '@/components/Loading'
import { ErrorNotice } from '@/components/Notice'
import { Page } from '@/components/Page'
import { Panel } from '@/components/Panel'
import { Segmented } from '@/components/Segmented'
import { useHogQL } from '@/hogql/useHogQL'
import { ReasonList } from './ReasonList'
import { RejectedTable } from './RejectedTable'
import { reasonsQuery, rejectedQuery, rejectedRows, type Span } from './rejected'
import styles from './Rejected.module.css'

const spans = [
  { value: '1', label: 'Day' },
  { value: '7', label: '7 days' },
  { value: '30', label: '30 days' },
] as const

export function Component() {
  const [span, setSpan] = useState<Span>('7')
  const [reason, setReason] = useState<string | null>(null)
  const reasons = useHogQL(reasonsQuery(span))
  const list = useHogQL(rejectedQuery(span, reason))
  const error = list.error ?? reasons.error
  const rows = list.data ? rejectedRows(list.data) : []
  return (
    <Page
      title="Rejected data"
      lead="What Tenrec answered for but could not process, kept whole with its reason. Nothing is dropped in silence."
      actions={<Segmented label="Time span" value={span} segments={spans} onChange={setSpan} />}
    >
      {error && (
        <ErrorNotice
          error={error}
          onRetry={() => {
            void list.refetch()
            void reasons.refetch()
          }}
        />
      )}
      {!error && list.data?.results.length === 0 && reason === null ? (
        <Panel>
          <EmptyState icon="check" title="Nothing was rejected">
            Everything that arrived in this span could be processed. When something cannot, it is
            listed here with the step, the reason and its whole body.
          </EmptyState>
        </Panel>
      ) : (
        !error && (
          <div className={styles.columns}>
            <ReasonList result={reasons.data} chosen={reason} onChoose={setReason} />
            <Panel flush title={reason ?? 'All reasons'}>
              <Progress active={list.isFetching} />
              {list.data ? <RejectedTable rows={rows} /> : <Loading />}
            </Panel>
          </div>
        )
      )}
      {list.data && <CostLine took={list.data.took} cost={list.data.cost} rows={rows.length} />}
    </Page>
  )
}
