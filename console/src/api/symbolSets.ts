import { queryOptions } from '@tanstack/react-query'
import { api, type Page } from './client'

/** A source map, or the lack of one that a stack asked for. */
export interface SymbolSet {
  id: string
  ref: string
  created_at: string
  release: { version: string; project: string } | null
  uploaded: boolean
  failure_reason: string | null
}

const path = (project: number) => `/api/projects/${project}/error_tracking/symbol_sets/`

export const symbolSetsQuery = (project: number) =>
  queryOptions({
    queryKey: ['symbolSets', project],
    queryFn: ({ signal }) => api.get<Page<SymbolSet>>(`${path(project)}?limit=200`, signal),
  })

export const deleteSymbolSet = (project: number, id: string) => api.delete(`${path(project)}${id}/`)
