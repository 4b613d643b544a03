import { Group } from '@/components/Group'
import { Picker } from '@/components/Picker'
import { FilterList } from '@/features/filters/FilterList'
import { Kept } from '@/features/filters/Kept'
import { useEventChoices, type PropertyChoices } from '@/features/taxonomy/useTaxonomy'
import { ownEvents } from './words'
import { newEvent, type TriggerEvent, type WorkflowDraft } from './draft'
import styles from './Workflows.module.css'

interface TriggerFormProps {
  draft: WorkflowDraft
  properties: PropertyChoices
  error: string | undefined
  onChange: (change: Partial<WorkflowDraft>) => void
}

/** Which events start a run, each with its filters. */
export function TriggerForm({ draft, properties, error, onChange }: TriggerFormProps) {
  const known = useEventChoices()
  const { events, common } = draft
  const taken = events.map((event) => event.name)
  const all = [...known.choices, ...ownEvents]
  const choices = all.filter((choice) => !taken.includes(choice.value))
  const replace = (index: number, next: Partial<TriggerEvent>) =>
    onChange({ events: events.map((one, at) => (at === index ? { ...one, ...next } : one)) })
  return (
    <>
      {error && (
        <p role="alert" className={styles.badInk}>
          {error}
        </p>
      )}
      {events.map((event, index) => (
        <Group
          key={index}
          label={`Event ${event.name}`}
          head={
            <Picker
              label="Event that starts a run"
              placeholder="Choose an event"
              value={event.name || null}
              choices={[...all.filter((choice) => choice.value === event.name), ...choices]}
              loading={known.loading}
              free
              onPick={(name) => replace(index, { name })}
            />
          }
          remove={{
            label: `Remove ${event.name}`,
            onRemove: () => onChange({ events: events.filter((_, at) => at !== index) }),
          }}
        >
          <FilterList
            filters={event.filters}
            properties={properties}
            onChange={(filters) => replace(index, { filters })}
          />
          {event.kept.map((filter, at) => (
            <Kept key={at} condition={filter} />
          ))}
        </Group>
      ))}
      <div>
        <Picker
          label={events.length === 0 ? 'Event that starts a run' : 'Another event'}
          placeholder={events.length === 0 ? 'Choose an event' : 'Or another event'}
          value={null}
          choices={choices}
          loading={known.loading}
          free
          onPick={(name) => {
            if (!taken.includes(name)) onChange({ events: [...events, newEvent(name)] })
          }}
        />
      </div>
      {(events.length > 1 || common.filters.length + common.kept.length > 0) && (
        <Group label="Filters for all events" head={<h3>And whichever event it is</h3>}>
          <FilterList
            filters={common.filters}
            properties={properties}
            onChange={(filters) => onChange({ common: { ...common, filters } })}
          />
          {common.kept.map((filter, at) => (
            <Kept key={at} condition={filter} />
          ))}
        </Group>
      )}
      <p className={styles.hint}>
        Each event starts one run, also when an SDK sends it twice. The person is taken as of the
        event.
      </p>
    </>
  )
}
