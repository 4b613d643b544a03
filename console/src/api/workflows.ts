import { queryOptions } from '@tanstack/react-query'
import { api, type Page } from './client'

export type WorkflowStatus = 'draft' | 'active' | 'archived'

/** A step as the API stores it; what a step needs stands in its `config`. */
export interface WorkflowAction {
  id: string
  type: string
  name?: string
  on_error?: string
  config?: Record<string, unknown>
  [other: string]: unknown
}

export interface WorkflowEdge {
  from: string
  to: string
  type?: string
  index?: number
}

export interface WorkflowTrigger {
  type?: string
  filters?: Record<string, unknown>
  [other: string]: unknown
}

export interface Workflow {
  id: number
  name: string
  description: string
  status: WorkflowStatus
  trigger: WorkflowTrigger
  actions: WorkflowAction[]
  edges: WorkflowEdge[]
  version: number
  created_at: string
  updated_at: string
  created_by?: { email: string }
  last_modified_by?: { email: string }
}

export type WorkflowChange = Partial<
  Pick<Workflow, 'name' | 'description' | 'status' | 'trigger' | 'actions' | 'edges'>
>

/** How a workflow did in the last seven days. */
export interface WorkflowActivity {
  workflow: number
  runs: number
  failed: number
  unfinished: number
  /** There were more runs, which were not counted. */
  more: boolean
}

export type RunStatus = 'running' | 'waiting' | 'completed' | 'failed' | 'cancelled'

export interface RunStep {
  id: string
  name: string
  type: string
  status: 'running' | 'waiting' | 'completed' | 'failed'
  attempts: number
  started_at: string
  ended_at: string | null
  error: string
  /** What it sent and what came back; left out in lists. */
  request?: string
  result?: string
}

export interface WorkflowRun {
  id: string
  workflow: number
  workflow_version: number
  event_uuid: string
  test: boolean
  status: RunStatus
  step: string
  due_at: string
  started_at: string
  ended_at: string | null
  error: string
  steps: RunStep[]
}

export interface RunLine extends WorkflowRun {
  event: string
  distinct_id: string
}

export interface WholeRun extends WorkflowRun {
  context: Record<string, unknown>
}

export const isOver = (run: WorkflowRun): boolean => run.ended_at !== null

const path = (project: number) => `/api/projects/${project}/workflows/`
const WATCHED = 4_000

export const workflowsQuery = (project: number) =>
  queryOptions({
    queryKey: ['workflows', project],
    queryFn: async ({ signal }) =>
      (await api.get<Page<Workflow>>(`${path(project)}?limit=1000`, signal)).results,
  })

export const activityQuery = (project: number) =>
  queryOptions({
    queryKey: ['workflows', project, 'activity'],
    queryFn: async ({ signal }) =>
      (await api.get<{ results: WorkflowActivity[] }>(`${path(project)}activity/`, signal)).results,
  })

export const workflowQuery = (project: number, id: string) =>
  queryOptions({
    queryKey: ['workflows', project, id],
    queryFn: ({ signal }) => api.get<Workflow>(`${path(project)}${id}/`, signal),
  })

export const runsQuery = (project: number, id: string) =>
  queryOptions({
    queryKey: ['workflows', project, id, 'runs'],
    queryFn: async ({ signal }) =>
      (await api.get<Page<RunLine>>(`${path(project)}${id}/runs/?limit=200`, signal)).results,
    refetchInterval: WATCHED,
  })

export const runQuery = (project: number, id: string, run: string) =>
  queryOptions({
    queryKey: ['workflows', project, id, 'runs', run],
    queryFn: ({ signal }) => api.get<WholeRun>(`${path(project)}${id}/runs/${run}/`, signal),
    refetchInterval: (query) => (query.state.data && isOver(query.state.data) ? false : 1_500),
  })

export const createWorkflow = (project: number, workflow: WorkflowChange) =>
  api.post<Workflow>(path(project), workflow)

export const changeWorkflow = (project: number, id: number, change: WorkflowChange) =>
  api.patch<Workflow>(`${path(project)}${id}/`, change)

export const deleteWorkflow = (project: number, id: number) => api.delete(`${path(project)}${id}/`)

/** Starts a run that calls for real and does not wait, with an event made up by a person. */
export const testWorkflow = (project: number, id: number, event: unknown) =>
  api.post<WholeRun>(`${path(project)}${id}/test/`, { event })

export const cancelRun = (project: number, id: string, run: string) =>
  api.post<WholeRun>(`${path(project)}${id}/runs/${run}/cancel/`)

export const retryRun = (project: number, id: string, run: string) =>
  api.post<WholeRun>(`${path(project)}${id}/runs/${run}/retry/`)
