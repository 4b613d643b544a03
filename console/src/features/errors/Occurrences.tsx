import { useState, type ReactNode } from 'react'
import type { IssueEvent } from '@/api/issues'
import { Button } from '@/components/Button'
import { EmptyState } from '@/components/EmptyState'
import { Loading, Progress } from '@/components/Loading'
import { ErrorNotice } from '@/components/Notice'
import { Panel } from '@/components/Panel'
import { bucketLabel } from '@/features/trends/result'
import { useHogQL } from '@/hogql/useHogQL'
import type { IssueState } from './issueState'
import { OccurrenceList } from './OccurrenceList'
import { OCCURRENCES, occurrenceRows, occurrencesQuery } from './occurrence'
import { OpenOccurrence } from './OpenOccurrence'
import styles from './Issue.module.css'

interface OccurrencesProps {
  conditions: string[]
  /** The newest of the time, which came with the issue. */
  latest: IssueEvent | null
  state: IssueState
  onChange: (change: Partial<IssueState>) => void
  /** The bar of the chart that the list is about. */
  bucket: string | null
  onAll: () => void
  children: ReactNode
}

/** The list of what happened, beside one of it in full. */
export function Occurrences(props: OccurrencesProps) {
  const { conditions, latest, state, onChange, bucket, onAll, children } = props
  const asked = conditions.join()
  const [paged, setPaged] = useState({ asked, page: 0 })
  // Another time begins on its first page.
  const page = paged.asked === asked ? paged.page : 0
  const { data, error, isFetching, refetch } = useHogQL(occurrencesQuery(conditions, page))
  const rows = data ? occurrenceRows(data) : []
  const newest = latest && bucket === null ? { uuid: latest.uuid, at: latest.timestamp } : null
  const open = state.event ?? rows[0] ?? newest
  const choose = ({ uuid, at }: { uuid: string; at: string }) => onChange({ event: { uuid, at } })
  return (
    <div className={styles.columns}>
      {open ? (
        <OpenOccurrence
          open={open}
          known={latest?.uuid === open.uuid ? latest : null}
          rows={rows}
          onOpen={choose}
        />
      ) : (
        <Panel>
          {data ? (
            <EmptyState
              icon="check"
              title="It did not happen in this time"
              action={
                <Button
                  onClick={() => {
                    onAll()
                    onChange({ range: { from: 'all', to: null }, event: null })
                  }}
                >
                  Show all time
                </Button>
              }
            />
          ) : (
            !error && <Loading lines={8} />
          )}
        </Panel>
      )}
      <div className={styles.side}>
        {children}
        <Panel
          title={bucket === null ? 'Each occurrence' : bucketLabel(bucket)}
          flush
          actions={
            bucket !== null && (
              <Button look="quiet" icon="close" onClick={onAll}>
                Show all
              </Button>
            )
          }
        >
          <Progress active={isFetching} />
          {error && <ErrorNotice error={error} onRetry={() => void refetch()} />}
          {!data && !error && <Loading lines={6} />}
          <OccurrenceList rows={rows} open={open?.uuid ?? null} onOpen={choose} />
          {data && (page > 0 || data.results.length > OCCURRENCES) && (
            <div className={styles.pages}>
              <Button
                look="quiet"
                disabled={page === 0}
                onClick={() => setPaged({ asked, page: page - 1 })}
              >
                Newer
              </Button>
              <Button
                look="quiet"
                disabled={data.results.length <= OCCURRENCES}
                onClick={() => setPaged({ asked, page: page + 1 })}
              >
                Older
              </Button>
            </div>
          )}
        </Panel>
      </div>
    </div>
  )
}
