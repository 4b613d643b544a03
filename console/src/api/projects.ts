import { queryOptions } from '@tanstack/react-query'
import { api, type Page } from './client'

export interface Project {
  id: number
  name: string
  api_token: string
  timezone: string
  anonymize_ips: boolean
  autocapture_exceptions_opt_in?: boolean
  created_at: string
}

export const projectsQuery = queryOptions({
  queryKey: ['projects'],
  staleTime: 60_000,
  queryFn: async ({ signal }) =>
    (await api.get<Page<Project>>('/api/projects/?limit=1000', signal)).results,
})

export const createProject = (project: { name: string; timezone: string }) =>
  api.post<Project>('/api/projects/', project)

export const changeProject = (
  id: number,
  change: Partial<
    Pick<Project, 'name' | 'timezone' | 'anonymize_ips' | 'autocapture_exceptions_opt_in'>
  >,
) => api.patch<Project>(`/api/projects/${id}/`, change)

export const deleteProject = (id: number) => api.delete(`/api/projects/${id}/`)

export const resetToken = (id: number) => api.post<Project>(`/api/projects/${id}/reset_token/`)
