import { queryOptions } from '@tanstack/react-query'
import { api, type Page } from './client'

export interface Cohort {
  id: number
  name: string
  description: string
  is_static: boolean
  filters: { properties?: unknown }
  /** How many are on the list; null where there are criteria. */
  count: number | null
  version: number
  created_at: string
  updated_at: string
}

export interface CohortMember {
  id: string
  distinct_ids: string[]
  properties: Record<string, unknown>
}

type CohortChange = Partial<Pick<Cohort, 'name' | 'description' | 'is_static' | 'filters'>>

const path = (project: number) => `/api/projects/${project}/cohorts/`

export const cohortsQuery = (project: number) =>
  queryOptions({
    queryKey: ['cohorts', project],
    queryFn: async ({ signal }) =>
      (await api.get<Page<Cohort>>(`${path(project)}?limit=1000`, signal)).results,
  })

export const cohortQuery = (project: number, id: string) =>
  queryOptions({
    queryKey: ['cohorts', project, id],
    queryFn: ({ signal }) => api.get<Cohort>(`${path(project)}${id}/`, signal),
  })

export const cohortMembersQuery = (project: number, id: number) =>
  queryOptions({
    queryKey: ['cohorts', project, String(id), 'members'],
    queryFn: ({ signal }) =>
      api.get<Page<CohortMember>>(`${path(project)}${id}/persons/?limit=100`, signal),
  })

export const createCohort = (project: number, cohort: CohortChange) =>
  api.post<Cohort>(path(project), cohort)

export const changeCohort = (project: number, id: number, change: CohortChange) =>
  api.patch<Cohort>(`${path(project)}${id}/`, change)

export const deleteCohort = (project: number, id: number) => api.delete(`${path(project)}${id}/`)

export const addMembers = (project: number, id: number, distinctIds: string[]) =>
  api.post<{ added: number }>(`${path(project)}${id}/add_persons_to_static_cohort/`, {
    distinct_ids: distinctIds,
  })

export const removeMember = (project: number, id: number, person: string) =>
  api.post(`${path(project)}${id}/remove_person_from_static_cohort/`, { person_id: person })
