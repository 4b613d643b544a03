import { queryOptions } from '@tanstack/react-query'
import { api, type Page } from './client'

export interface PersonalKey {
  id: string
  label: string
  mask_value?: string
  scopes: string[]
  created_at: string
  last_used_at: string | null
  /** The secret itself: only in the answer to its creation. */
  value?: string
}

export const keysQuery = queryOptions({
  queryKey: ['personal-keys'],
  queryFn: async ({ signal }) =>
    (await api.get<Page<PersonalKey>>('/api/personal_api_keys/', signal)).results,
})

export const createKey = (key: { label: string; scopes: string[] }) =>
  api.post<PersonalKey>('/api/personal_api_keys/', key)

export const deleteKey = (id: string) => api.delete(`/api/personal_api_keys/${id}/`)
