import { queryOptions } from '@tanstack/react-query'
import { api } from './client'

/** A project's secret keys: masked, but for the one that was just made. */
export interface ProjectSecrets {
  secret_api_token: string | null
  secret_api_token_created_at: string | null
  secret_api_token_backup: string | null
  secret_api_token_backup_created_at: string | null
}

const path = (project: number) => `/api/projects/${project}/`

export const secretsQuery = (project: number) =>
  queryOptions({
    queryKey: ['secrets', project],
    queryFn: ({ signal }) => api.get<ProjectSecrets>(`${path(project)}secret_token/`, signal),
  })

export const rotateSecret = (project: number) =>
  api.post<ProjectSecrets>(`${path(project)}rotate_secret_token/`)

export const dropPreviousSecret = (project: number) =>
  api.post<ProjectSecrets>(`${path(project)}delete_secret_token_backup/`)
