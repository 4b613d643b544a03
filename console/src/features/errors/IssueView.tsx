import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'react-router'
import { countedIssuesQuery, fingerprintsQuery, type Issue } from '@/api/issues'
import { useProject, useProjectPath } from '@/app/project'
import { Loading } from '@/components/Loading'
import { ErrorNotice } from '@/components/Notice'
import { Page } from '@/components/Page'
import { Panel } from '@/components/Panel'
import { parseInstant } from '@/format/times'
import { DateRangePicker } from '@/features/trends/DateRangePicker'
import { Course } from './Course'
import { Distributions } from './Distributions'
import { intervalFor, notBefore } from './overTime'
import { IssueActions } from './IssueActions'
import { IssueFigures } from './IssueFigures'
import { boundsOf, conditionsOf, inBucket, ofIssue } from './occurrence'
import { Occurrences } from './Occurrences'
import { useIssueState } from './useIssueState'
import styles from './Issue.module.css'

/** An issue: how often it happens, to whom, and where in the code. */
export function IssueView({ issue }: { issue: Issue }) {
  const { id } = useProject()
  const path = useProjectPath()
  const [state, change] = useIssueState()
  const [bucket, setBucket] = useState<string | null>(null)
  const { data, error, refetch } = useQuery(
    countedIssuesQuery(id, {
      issueId: issue.id,
      dateRange: { date_from: state.range.from, date_to: state.range.to },
      volumeResolution: 2,
      withLastEvent: true,
    }),
  )
  const fingerprints = useQuery(fingerprintsQuery(id, issue.id))
  const which =
    (fingerprints.data ?? fingerprints.error) &&
    ofIssue(issue.id, fingerprints.data?.map(({ fingerprint }) => fingerprint) ?? [])
  const counted = data?.results[0]
  const bounds =
    which && counted ? boundsOf(counted.aggregations.volume_buckets, state.range) : null
  const conditions = which && bounds ? conditionsOf(which, bounds) : []
  const drawn =
    bounds && (state.range.from === 'all' ? notBefore(bounds, firstSeen(issue)) : bounds)
  const interval = drawn && intervalFor(drawn, new Date())
  const listed =
    bucket !== null && interval ? [...conditions, ...inBucket(bucket, interval)] : conditions
  return (
    <Page
      title={issue.name || 'Error'}
      heading={
        <>
          <Link to={path('errors')} className={styles.up}>
            Error tracking
          </Link>
          <h1 className={styles.name}>{issue.name || 'Error'}</h1>
        </>
      }
      lead={issue.description && <span className={styles.said}>{issue.description}</span>}
      actions={<IssueActions issue={issue} />}
    >
      {error && <ErrorNotice error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading lines={6} />}
      {counted && (
        <Panel
          title="How often"
          actions={
            <DateRangePicker
              range={state.range}
              onChange={(range) => {
                setBucket(null)
                change({ range })
              }}
            />
          }
        >
          <IssueFigures issue={counted} />
          {drawn && interval && (
            <Course
              conditions={conditions}
              bounds={drawn}
              interval={interval}
              onBucket={(chosen) => {
                setBucket(chosen)
                change({ event: null })
              }}
            />
          )}
        </Panel>
      )}
      {bounds && counted && (
        <Occurrences
          conditions={listed}
          latest={counted.last_event ?? null}
          state={state}
          onChange={change}
          bucket={bucket}
          onAll={() => setBucket(null)}
        >
          <Distributions conditions={conditions} />
        </Occurrences>
      )}
    </Page>
  )
}

const firstSeen = (issue: Issue): Date | null => parseInstant(issue.first_seen)
