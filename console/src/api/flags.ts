import { queryOptions } from '@tanstack/react-query'
import { api, type Page } from './client'

interface FlagVariant {
  key: string
  name?: string | null
  rollout_percentage: number
}

export interface FlagConditionSet {
  properties?: unknown[]
  rollout_percentage?: number | null
  variant?: string | null
  [other: string]: unknown
}

export interface FlagFilters {
  groups?: FlagConditionSet[]
  multivariate?: { variants: FlagVariant[] } | null
  /** JSON texts by variant, or by `true`. */
  payloads?: Record<string, unknown>
  [other: string]: unknown
}

export interface Flag {
  id: number
  key: string
  name: string
  active: boolean
  filters: FlagFilters
  version: number
  created_at: string
  updated_at: string
  created_by?: { email: string }
  last_modified_by?: { email: string }
}

export type FlagChange = Partial<Pick<Flag, 'key' | 'name' | 'active' | 'filters'>>

const path = (project: number) => `/api/projects/${project}/feature_flags/`

export const flagsQuery = (project: number) =>
  queryOptions({
    queryKey: ['flags', project],
    queryFn: async ({ signal }) =>
      (await api.get<Page<Flag>>(`${path(project)}?limit=1000`, signal)).results,
  })

export const flagQuery = (project: number, id: string) =>
  queryOptions({
    queryKey: ['flags', project, id],
    queryFn: ({ signal }) => api.get<Flag>(`${path(project)}${id}/`, signal),
  })

export const flagHistoryQuery = (project: number, id: number) =>
  queryOptions({
    queryKey: ['flags', project, String(id), 'history'],
    queryFn: async ({ signal }) =>
      (await api.get<Page<Flag>>(`${path(project)}${id}/history/`, signal)).results,
  })

export const createFlag = (project: number, flag: FlagChange) => api.post<Flag>(path(project), flag)

export const changeFlag = (project: number, id: number, change: FlagChange) =>
  api.patch<Flag>(`${path(project)}${id}/`, change)

export const deleteFlag = (project: number, id: number) => api.delete(`${path(project)}${id}/`)

/** Whom a flag is tested for; properties and groups as an app would send them. */
interface TestedUser {
  distinct_id: string
  person_properties?: Record<string, unknown>
  groups?: Record<string, string>
}

export interface TestedProperty {
  asked: string
  /** What is known, as JSON text. */
  found: string | null
  matches: boolean
}

export interface TestedCondition {
  code: 'condition_match' | 'no_condition_match' | 'out_of_rollout_bound' | 'no_group_type'
  identifier: string | null
  rollout_place: number | null
  rollout_percentage: number
  properties: TestedProperty[]
}

export interface FlagTest {
  key: string
  enabled: boolean
  variant: string | null
  reason: { code: string; condition_index: number | null; description: string }
  metadata: { payload: string | null }
  person: { is_known: boolean; id: string | null }
  conditions: TestedCondition[]
}

/** What a flag evaluates to for somebody, and why; `definition` is tested in place of the saved one. */
export const testFlag = (project: number, id: number, user: TestedUser, definition: FlagChange) =>
  api.post<FlagTest>(`${path(project)}${id}/test_evaluation/`, { ...user, definition })
