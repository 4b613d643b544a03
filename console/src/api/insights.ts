import { queryOptions } from '@tanstack/react-query'
import { api, type Page } from './client'
import type { QueryNode } from './query'

export interface Insight {
  id: number
  name: string
  description: string
  query: QueryNode
  created_at: string
  last_modified_at: string
  created_by?: { email: string }
}

export const insightsQuery = (project: number) =>
  queryOptions({
    queryKey: ['insights', project],
    queryFn: async ({ signal }) =>
      (await api.get<Page<Insight>>(`/api/projects/${project}/insights/?limit=1000`, signal))
        .results,
  })

export const insightQuery = (project: number, id: string) =>
  queryOptions({
    queryKey: ['insights', project, id],
    queryFn: ({ signal }) => api.get<Insight>(`/api/projects/${project}/insights/${id}/`, signal),
  })

export const createInsight = (
  project: number,
  insight: Pick<Insight, 'name' | 'description' | 'query'>,
) => api.post<Insight>(`/api/projects/${project}/insights/`, insight)

export const changeInsight = (
  project: number,
  id: number,
  change: Partial<Pick<Insight, 'name' | 'description' | 'query'>>,
) => api.patch<Insight>(`/api/projects/${project}/insights/${id}/`, change)

export const deleteInsight = (project: number, id: number) =>
  api.delete(`/api/projects/${project}/insights/${id}/`)
