import { list } from '@/features/filters/readFilters'
import { jsonObject, text } from '@/hogql/rows'

/** A line of source code. */
export interface SourceLine {
  number: number
  text: string
  /** The line that was running. */
  current: boolean
}

export interface Frame {
  name: string
  /** The file, empty when unknown. */
  source: string
  line: number | null
  column: number | null
  /** The owner's code, and not a library's. */
  inApp: boolean
  /** Why it still stands as it was delivered and not as it was written. */
  failure: string
  lines: SourceLine[]
}

export interface Exception {
  type: string
  value: string
  /** `null` when the SDK did not say. */
  handled: boolean | null
  /** What caught it: `onunhandledrejection`, `middleware` and the like. */
  mechanism: string
  /** Where it was thrown comes first. */
  frames: Frame[]
}

/** The exceptions of an event, the outermost first and its causes after it. */
export function exceptionsOf(properties: Record<string, unknown>): Exception[] {
  const chain = list(parsed(properties['$exception_list'])).map(readException)
  if (chain.length > 0) return chain
  const type = text(properties['$exception_type'])
  const value = text(properties['$exception_message'])
  if (!type && !value) return []
  return [{ type: type || 'Error', value, handled: null, mechanism: '', frames: [] }]
}

function parsed(value: unknown): unknown {
  if (typeof value !== 'string') return value
  try {
    return JSON.parse(value) as unknown
  } catch {
    return undefined
  }
}

function readException(item: Record<string, unknown>): Exception {
  const mechanism = jsonObject(item['mechanism'])
  const frames = list(jsonObject(item['stacktrace'])['frames'])
  return {
    type: text(item['type']) || 'Error',
    value: text(item['value']),
    handled: typeof mechanism['handled'] === 'boolean' ? mechanism['handled'] : null,
    mechanism: text(mechanism['type']),
    frames: frames.map(readFrame).toReversed(),
  }
}

/** Reads a frame as the server resolved it, and as an SDK sent it where none did. */
function readFrame(frame: Record<string, unknown>): Frame {
  const line = firstNumber(frame['line'], frame['lineno'])
  return {
    name: firstText(frame, 'resolved_name', 'mangled_name', 'function', 'symbol'),
    source: firstText(frame, 'source', 'filename', 'abs_path', 'module'),
    line,
    column: firstNumber(frame['column'], frame['colno']),
    inApp: frame['in_app'] !== false,
    failure: frame['resolved'] === true ? '' : text(frame['resolve_failure']),
    lines: resolvedLines(jsonObject(frame['context'])) ?? sentLines(frame, line),
  }
}

const firstText = (frame: Record<string, unknown>, ...names: string[]): string =>
  names.map((name) => text(frame[name])).find((value) => value !== '') ?? ''

function firstNumber(...values: unknown[]): number | null {
  return values.find((value) => typeof value === 'number') ?? null
}

function resolvedLines(context: Record<string, unknown>): SourceLine[] | null {
  const current = jsonObject(context['line'])
  if (typeof current['number'] !== 'number') return null
  const read = (line: Record<string, unknown>, isCurrent = false): SourceLine => ({
    number: Number(line['number']),
    text: text(line['line']),
    current: isCurrent,
  })
  return [
    ...list(context['before']).map((line) => read(line)),
    read(current, true),
    ...list(context['after']).map((line) => read(line)),
  ]
}

function sentLines(frame: Record<string, unknown>, line: number | null): SourceLine[] {
  const own = frame['context_line']
  if (typeof own !== 'string' || line === null) return []
  const before = Array.isArray(frame['pre_context']) ? frame['pre_context'].map(text) : []
  const after = Array.isArray(frame['post_context']) ? frame['post_context'].map(text) : []
  return [...before, own, ...after].map((content, index) => ({
    number: line - before.length + index,
    text: content,
    current: index === before.length,
  }))
}

/** `cart.ts:12:5`. */
export const placeOfFrame = (frame: Frame): string =>
  [frame.source, frame.line, frame.column].filter((part) => part !== null && part !== '').join(':')
