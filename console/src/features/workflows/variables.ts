import type { Choice } from '@/components/Picker'
import type { PropertyChoices } from '@/features/taxonomy/useTaxonomy'

const plain: [string, string, string][] = [
  ['event.event', 'Name of the event', 'Event'],
  ['event.timestamp', 'Time of the event', 'Event'],
  ['event.distinct_id', 'Distinct id', 'Event'],
  ['event.uuid', 'Id of the event', 'Event'],
  ['person.id', 'Id of the person', 'Person'],
  ['project.name', 'Name of the project', 'Workflow'],
  ['workflow.name', 'Name of the workflow', 'Workflow'],
  ['run.id', 'Id of the run', 'Workflow'],
]

/** What a template can read, by the text that stands in its braces. */
export function variables(properties: PropertyChoices): Choice[] {
  const of = (owner: 'event' | 'person') =>
    properties[owner]
      .toSorted((a, b) => rank(a.value) - rank(b.value))
      .map((choice) => ({ ...choice, value: `${owner}.properties.${choice.value}` }))
  const always = plain.map(([value, label, group]) => ({ value, label, note: value, group }))
  return [...of('event'), ...of('person'), ...always]
}

/** What the app itself sent comes before what SDKs add. */
const rank = (name: string): number => (name.startsWith('$') ? 1 : 0)

/** A text with a value put where the caret is, and the caret behind it. */
export function withValue(text: string, start: number, end: number, value: string) {
  const written = `{${value}}`
  return {
    text: text.slice(0, start) + written + text.slice(end),
    caret: start + written.length,
  }
}
