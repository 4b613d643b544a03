import type { Workflow, WorkflowChange, WorkflowTrigger } from '@/api/workflows'
import type { PropertyFilter } from '@/features/filters/filter'
import { list } from '@/features/filters/readFilters'
import { jsonObject, text } from '@/hogql/rows'
import { readKnown, writeFilters } from './action'
import { readGraph, writeGraph } from './graph'
import type { Step } from './step'

/** A workflow as it is edited. */
export interface WorkflowDraft {
  name: string
  description: string
  events: TriggerEvent[]
  /** Filters that hold for every event of the trigger. */
  common: { filters: PropertyFilter[]; kept: unknown[] }
  steps: Step[]
  rest: WorkflowTrigger
}

export interface TriggerEvent {
  name: string
  filters: PropertyFilter[]
  kept: unknown[]
}

export const newEvent = (name: string): TriggerEvent => ({ name, filters: [], kept: [] })

export const newDraft: WorkflowDraft = {
  name: '',
  description: '',
  events: [],
  common: { filters: [], kept: [] },
  steps: [],
  rest: {},
}

/** Null where its graph has a form that the editor does not draw. */
export function toDraft(workflow: Workflow): WorkflowDraft | null {
  const steps = readGraph(workflow.actions, workflow.edges)
  if (!steps) return null
  const { filters: given, ...rest } = workflow.trigger
  const filters = jsonObject(given)
  return {
    name: workflow.name,
    description: workflow.description,
    events: list(filters['events']).map((event) => ({
      name: text(event['id']),
      ...readKnown(event['properties']),
    })),
    common: readKnown(filters['properties']),
    steps,
    rest,
  }
}

export function fromDraft(draft: WorkflowDraft): WorkflowChange {
  const common = writeFilters(draft.common)
  return {
    name: draft.name.trim(),
    description: draft.description,
    trigger: {
      ...draft.rest,
      type: 'event',
      filters: {
        events: draft.events.map((event) => ({
          id: event.name,
          ...(event.filters.length + event.kept.length > 0 && { properties: writeFilters(event) }),
        })),
        ...(common.length > 0 && { properties: common }),
      },
    },
    ...writeGraph(draft.steps),
  }
}
