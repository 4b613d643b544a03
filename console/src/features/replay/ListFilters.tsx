import { Button } from '@/components/Button'
import { Checkbox, IconInput, Select } from '@/components/Input'
import { Picker } from '@/components/Picker'
import { useEventChoices } from '@/features/taxonomy/useTaxonomy'
import { isFiltered, lengths, orders, spans, everything, type ListState } from './listState'
import styles from './Replay.module.css'

interface ListFiltersProps {
  state: ListState
  onChange: (change: Partial<ListState>) => void
}

export function ListFilters({ state, onChange }: ListFiltersProps) {
  const { choices, loading } = useEventChoices()
  return (
    <div className={styles.filters}>
      <Choice
        label="Time span"
        value={state.span}
        choices={spans}
        onChange={(span) => onChange({ span })}
      />
      <IconInput
        icon="person"
        aria-label="Distinct id"
        placeholder="Distinct id"
        className={styles.text ?? ''}
        value={state.who}
        onChange={(event) => onChange({ who: event.target.value })}
      />
      <IconInput
        icon="globe"
        aria-label="Page visited"
        placeholder="Page visited"
        className={styles.text ?? ''}
        value={state.page}
        onChange={(event) => onChange({ page: event.target.value })}
      />
      <Picker
        label="Event"
        placeholder="Any event"
        value={state.event || null}
        choices={choices}
        loading={loading}
        onPick={(event) => onChange({ event })}
        free
      />
      <Choice
        label="Length"
        value={state.activeSeconds}
        choices={lengths}
        onChange={(activeSeconds) => onChange({ activeSeconds })}
      />
      <Checkbox
        label="With errors"
        checked={state.errors}
        onChange={(event) => onChange({ errors: event.target.checked })}
      />
      <Checkbox
        label="Not watched"
        checked={state.unwatched}
        onChange={(event) => onChange({ unwatched: event.target.checked })}
      />
      <Checkbox
        label="Going on"
        checked={state.ongoing}
        onChange={(event) => onChange({ ongoing: event.target.checked })}
      />
      {state.person !== '' && (
        <Button look="quiet" icon="close" onClick={() => onChange({ person: '' })}>
          Of one person
        </Button>
      )}
      {isFiltered(state) && (
        <Button
          look="quiet"
          icon="close"
          onClick={() => onChange({ ...everything, span: state.span, order: state.order })}
        >
          Clear
        </Button>
      )}
      <span className={styles.order}>
        <Choice
          label="Order"
          value={state.order}
          choices={orders}
          onChange={(order) => onChange({ order })}
        />
      </span>
    </div>
  )
}

interface ChoiceProps<T extends string | number> {
  label: string
  value: T
  choices: readonly { value: T; label: string }[]
  onChange: (value: T) => void
}

function Choice<T extends string | number>({ label, value, choices, onChange }: ChoiceProps<T>) {
  const pick = (written: string) => {
    const chosen = choices.find((choice) => String(choice.value) === written)
    if (chosen) onChange(chosen.value)
  }
  return (
    <Select aria-label={label} value={value} onChange={(event) => pick(event.target.value)}>
      {choices.map((choice) => (
        <option key={choice.value} value={choice.value}>
          {choice.label}
        </option>
      ))}
    </Select>
  )
}
