import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { api, type Page } from './client'
import { runQuery, type QueryCost } from './query'

export const statuses = ['active', 'resolved', 'archived', 'suppressed'] as const
export type Status = (typeof statuses)[number]

export const orders = ['last_seen', 'first_seen', 'occurrences', 'users', 'sessions'] as const
export type Order = (typeof orders)[number]

export interface Assignee {
  id: string
  type: string
  email?: string
}

/** Exceptions of one cause. */
export interface Issue {
  id: string
  status: Status
  name: string
  description: string
  first_seen: string
  assignee: Assignee | null
}

export interface IssueEvent {
  uuid: string
  distinct_id: string
  timestamp: string
  properties: Record<string, unknown>
}

/** An issue with what happened of it in a time. */
export interface CountedIssue extends Issue {
  last_seen: string | null
  library: string | null
  function: string | null
  source: string | null
  aggregations: {
    occurrences: number
    users: number
    sessions: number
    volume_buckets: { label: string; value: number }[]
  }
  last_event?: IssueEvent | null
}

interface CountedIssues {
  results: CountedIssue[]
  hasMore: boolean
  cost?: QueryCost
}

/** What the list of issues may be asked; the names are those of the query. */
export interface IssuesAsked {
  issueId?: string
  personId?: string
  dateRange: { date_from: string; date_to: string | null }
  status?: Status | 'all'
  assignee?: { id: string; type: 'user' }
  searchQuery?: string
  orderBy?: Order
  orderDirection?: 'ASC' | 'DESC'
  volumeResolution?: number
  withLastEvent?: boolean
  limit?: number
  offset?: number
}

export const countedIssuesQuery = (project: number, asked: IssuesAsked) =>
  queryOptions({
    queryKey: ['issues', project, 'counted', asked],
    queryFn: ({ signal }) =>
      runQuery<CountedIssues>(project, { kind: 'ErrorTrackingQuery', ...asked }, signal),
    placeholderData: keepPreviousData,
  })

const path = (project: number) => `/api/projects/${project}/error_tracking/`

/** One issue. An id that was merged away answers with the issue it became part of. */
export const issueQuery = (project: number, id: string) =>
  queryOptions({
    queryKey: ['issues', project, 'one', id],
    queryFn: ({ signal }) =>
      api.get<Issue>(`${path(project)}issues/${encodeURIComponent(id)}/`, signal),
  })

export type IssueChange = Partial<Pick<Issue, 'status' | 'name' | 'description'>> & {
  assignee?: Pick<Assignee, 'id' | 'type'> | null
}

export const changeIssue = (project: number, id: string, change: IssueChange) =>
  api.patch<Issue>(`${path(project)}issues/${id}/`, change)

export type BulkChange =
  | { action: 'set_status'; status: Status }
  | { action: 'assign'; assignee: Pick<Assignee, 'id' | 'type'> | null }

export const changeIssues = (project: number, ids: string[], change: BulkChange) =>
  api.post<unknown>(`${path(project)}issues/bulk/`, { ...change, ids })

/** Makes the others part of one. */
export const mergeIssues = (project: number, into: string, ids: string[]) =>
  api.post<unknown>(`${path(project)}issues/${into}/merge/`, { ids })

/** Makes an issue of its own of each fingerprint. */
export const splitIssue = (project: number, id: string, fingerprints: string[]) =>
  api.post<{ new_issue_ids: string[] }>(`${path(project)}issues/${id}/split/`, {
    fingerprints: fingerprints.map((fingerprint) => ({ fingerprint })),
  })

export interface Fingerprint {
  fingerprint: string
  created_at: string
}

export const fingerprintsQuery = (project: number, issue: string) =>
  queryOptions({
    queryKey: ['issues', project, 'fingerprints', issue],
    queryFn: async ({ signal }) =>
      (
        await api.get<Page<Fingerprint>>(
          `${path(project)}fingerprints/?issue_id=${issue}&limit=1000`,
          signal,
        )
      ).results,
  })
