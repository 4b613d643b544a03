import { queryOptions } from '@tanstack/react-query'
import { api, type Page } from './client'

/** 0 is Sunday, 1 is Monday. */
export type WeekStart = 0 | 1

export interface Project {
  id: number
  name: string
  api_token: string
  timezone: string
  /** The first day of a week. */
  week_start_day: WeekStart
  anonymize_ips: boolean
  autocapture_exceptions_opt_in?: boolean
  created_at: string
  session_recording_opt_in: boolean
  capture_console_log_opt_in: boolean
  capture_performance_opt_in: boolean
  session_recording_network_payload_capture_config: { recordHeaders: boolean; recordBody: boolean }
  /** The share of sessions as a text; null for all. */
  session_recording_sample_rate: string | null
  session_recording_minimum_duration_milliseconds: number | null
  session_recording_masking_config: {
    maskAllInputs: boolean
    maskTextSelector?: string
    blockSelector?: string
  }
}

export type ProjectChange = Partial<Omit<Project, 'id' | 'api_token' | 'created_at'>>

export const projectsQuery = queryOptions({
  queryKey: ['projects'],
  staleTime: 60_000,
  queryFn: async ({ signal }) =>
    (await api.get<Page<Project>>('/api/projects/?limit=1000', signal)).results,
})

export const createProject = (project: { name: string; timezone: string }) =>
  api.post<Project>('/api/projects/', project)

export const changeProject = (id: number, change: ProjectChange) =>
  api.patch<Project>(`/api/projects/${id}/`, change)

export const deleteProject = (id: number) => api.delete(`/api/projects/${id}/`)

export const resetToken = (id: number) => api.post<Project>(`/api/projects/${id}/reset_token/`)
