import { ApiError } from '@/api/errors'
import type { WorkflowDraft } from './draft'
import type { Deed, Step } from './step'
import { allSteps } from './tree'

/** Something wrong with a workflow, and where it is put right. */
export interface Problem {
  /** A step's id; `trigger`; or `workflow` for the whole. */
  where: string
  /** The field, as the API calls it: `url`, `body`, `conditions` ... */
  field: string
  message: string
}

/** What is plainly missing; the API looks at the rest. */
export function problems(draft: WorkflowDraft): Problem[] {
  return [
    ...missing(draft.name.trim() === '', 'workflow', 'name', 'The workflow needs a name.'),
    ...missing(
      draft.events.length === 0 || draft.events.some((event) => event.name === ''),
      'trigger',
      'events',
      'Choose the event that starts a run.',
    ),
    ...missing(draft.steps.length === 0, 'workflow', 'actions', 'Add a step below the trigger.'),
    ...allSteps(draft.steps).flatMap(ofStep),
  ]
}

const missing = (is: boolean, where: string, field: string, message: string): Problem[] =>
  is ? [{ where, field, message }] : []

function ofStep({ id, does }: Step): Problem[] {
  return Object.entries(wanted(does)).flatMap(([field, message]) =>
    missing(message !== null, id, field, message ?? ''),
  )
}

/** By field, what it lacks. */
function wanted(does: Deed): Record<string, string | null> {
  const blank = (value: string, message: string) => (value.trim() === '' ? message : null)
  switch (does.type) {
    case 'delay':
      return {
        delay_duration: /^[1-9]\d*$/.test(does.amount.trim())
          ? null
          : 'Say how long in whole numbers, 1 or more.',
      }
    case 'conditional_branch':
      return {
        conditions: does.branches.some((branch) => branch.filters.length + branch.kept.length === 0)
          ? 'Add a filter: what has to hold for this way?'
          : null,
      }
    case 'webhook':
      return { url: blank(does.url, 'Write the address to call.') }
    case 'email':
      return {
        from: blank(does.from, 'Write who it comes from: an address verified in SES.'),
        to: blank(does.to, 'Write who gets it.'),
        subject: blank(does.subject, 'Write a subject.'),
        text: blank(does.text, 'Write the text: mail programs without HTML show it.'),
      }
    case 'exit':
      return {}
  }
}

/** What the API refused, at the step and field that it names. */
export function refused(error: unknown, draft: WorkflowDraft): Problem[] {
  if (!(error instanceof ApiError) || error.status !== 400) return []
  const { attr, message } = error
  const [root = '', index = '', ...path] = (attr ?? '').split('__')
  if (root === 'trigger') return [{ where: 'trigger', field: 'events', message }]
  const step = root === 'actions' ? allSteps(draft.steps)[Number(index)] : undefined
  if (index === '' || !step) return [{ where: 'workflow', field: root, message }]
  const field = path[0] === 'config' ? path[1] : path[0]
  return [{ where: step.id, field: field ?? '', message }]
}

export const problemOf = (
  found: readonly Problem[],
  where: string,
  field?: string,
): string | undefined =>
  found.find((one) => one.where === where && (field === undefined || one.field === field))?.message
