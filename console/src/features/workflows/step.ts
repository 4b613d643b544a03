import type { PropertyFilter } from '@/features/filters/filter'

/** A step as it is edited. What the editor does not know is carried along, never lost. */
export interface Step {
  id: string
  name: string
  /** Whether the run goes on when the step has failed for good. */
  goesOn: boolean
  does: Deed
  rest: Record<string, unknown>
}

export type Deed = Delay | Condition | Webhook | Email | Exit

export interface Delay {
  type: 'delay'
  amount: string
  unit: Unit
}

export interface Condition {
  type: 'conditional_branch'
  branches: Branch[]
  otherwise: Step[]
}

export interface Branch {
  filters: PropertyFilter[]
  /** Filters of kinds the editor has no words for. */
  kept: unknown[]
  steps: Step[]
}

export interface Webhook {
  type: 'webhook'
  method: Method
  url: string
  headers: Header[]
  body: string
}

interface Header {
  name: string
  value: string
}

export interface Email {
  type: 'email'
  from: string
  to: string
  subject: string
  text: string
  html: string
}

interface Exit {
  type: 'exit'
}

export const units = ['s', 'm', 'h', 'd'] as const
export type Unit = (typeof units)[number]

export const methods = ['POST', 'PUT', 'PATCH', 'GET', 'DELETE'] as const
export type Method = (typeof methods)[number]

export type StepType = Deed['type']

export const newBranch = (): Branch => ({ filters: [], kept: [], steps: [] })

/** What a new step does until somebody says more. */
export function newDeed(type: StepType): Deed {
  switch (type) {
    case 'delay':
      return { type, amount: '1', unit: 'h' }
    case 'conditional_branch':
      return { type, branches: [newBranch()], otherwise: [] }
    case 'webhook':
      return { type, method: 'POST', url: '', headers: [], body: sampleBody }
    case 'email':
      return { type, from: '', to: '{person.properties.email}', subject: '', text: '', html: '' }
    case 'exit':
      return { type }
  }
}

const sampleBody = `{
  "event": "{event.event}",
  "person": "{person.properties.email}",
  "at": "{event.timestamp}"
}`
