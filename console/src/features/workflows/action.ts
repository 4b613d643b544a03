import type { WorkflowAction } from '@/api/workflows'
import type { PropertyFilter } from '@/features/filters/filter'
import { isComplete } from '@/features/filters/operators'
import { list, oneOf, readFilters } from '@/features/filters/readFilters'
import { writeFilter } from '@/features/filters/writeFilter'
import { jsonObject, text } from '@/hogql/rows'
import { methods, units, type Deed, type Step } from './step'

/** A stored step; what a condition leads to is not said there. */
export function readAction(action: WorkflowAction): Step {
  const { id, type, name, on_error: onError, config, ...rest } = action
  return {
    id,
    name: name ?? '',
    goesOn: onError === 'continue',
    does: readDeed(type, config ?? {}),
    rest,
  }
}

function readDeed(type: string, config: Record<string, unknown>): Deed {
  switch (type) {
    case 'delay': {
      const [, amount = '', unit = ''] =
        /^(\d+)([dhms])$/.exec(text(config['delay_duration'])) ?? []
      return { type, amount, unit: oneOf(units, unit) ?? 'h' }
    }
    case 'conditional_branch':
      return {
        type,
        branches: list(config['conditions']).map((condition) => ({
          ...readKnown(jsonObject(condition['filters'])['properties']),
          steps: [],
        })),
        otherwise: [],
      }
    case 'webhook':
      return {
        type,
        method: oneOf(methods, config['method']) ?? 'POST',
        url: text(config['url']),
        headers: Object.entries(jsonObject(config['headers'])).map(([name, value]) => ({
          name,
          value: text(value),
        })),
        body: text(config['body']),
      }
    case 'email':
      return {
        type,
        from: text(config['from']),
        to: text(config['to']),
        subject: text(config['subject']),
        text: text(config['text']),
        html: text(config['html']),
      }
    default:
      return { type: 'exit' }
  }
}

/** The filters that the editor has words for, and the others as they are. */
export function readKnown(properties: unknown): { filters: PropertyFilter[]; kept: unknown[] } {
  const all = Array.isArray(properties) ? (properties as unknown[]) : []
  // The API takes a filter without a type as one of the event.
  const typed = all.map((filter) => ({ type: 'event', ...jsonObject(filter) }))
  return {
    filters: readFilters(typed),
    kept: all.filter((_, index) => readFilters([typed[index]]).length === 0),
  }
}

export const writeFilters = ({ filters, kept }: { filters: PropertyFilter[]; kept: unknown[] }) => [
  ...filters.filter(isComplete).map(writeFilter),
  ...kept,
]

export function writeAction(step: Step): WorkflowAction {
  return {
    ...step.rest,
    id: step.id,
    type: step.does.type,
    ...(step.name.trim() && { name: step.name.trim() }),
    on_error: step.goesOn ? 'continue' : 'abort',
    config: writeDeed(step.does),
  }
}

function writeDeed(does: Deed): Record<string, unknown> {
  switch (does.type) {
    case 'delay':
      return { delay_duration: `${does.amount.trim()}${does.unit}` }
    case 'conditional_branch':
      return {
        conditions: does.branches.map((branch) => ({
          filters: { properties: writeFilters(branch) },
        })),
      }
    case 'webhook':
      return {
        method: does.method,
        url: does.url.trim(),
        headers: Object.fromEntries(
          does.headers
            .filter((header) => header.name.trim() !== '')
            .map((header) => [header.name.trim(), header.value]),
        ),
        body: does.body,
      }
    case 'email':
      return {
        from: does.from.trim(),
        to: does.to.trim(),
        subject: does.subject,
        text: does.text,
        ...(does.html.trim() && { html: does.html }),
      }
    case 'exit':
      return {}
  }
}
