import { list } from '@/features/filters/readFilters'
import { text } from '@/hogql/rows'

/** A note that the app left on the way to an exception. */
export interface Step {
  at: string | number | null
  message: string
  /** What else the note says, as JSON. */
  detail: string
}

export const stepsOf = (properties: Record<string, unknown>): Step[] =>
  list(properties['$exception_steps']).map(({ $message: message, $timestamp: at, ...others }) => ({
    at: typeof at === 'string' || typeof at === 'number' ? at : null,
    message: text(message) || 'step',
    detail: Object.keys(others).length > 0 ? JSON.stringify(others) : '',
  }))
