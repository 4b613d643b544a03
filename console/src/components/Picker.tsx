import { useId, useState, type KeyboardEvent } from 'react'
import { Button } from './Button'
import { matches } from './match'
import { Popover } from './Popover'
import styles from './Picker.module.css'

export interface Choice {
  value: string
  label: string
  /** A second, quieter text: the technical name, or how many. */
  note?: string
  group?: string
}

interface PickerProps {
  label: string
  value: string | null
  choices: Choice[]
  onPick: (value: string) => void
  placeholder?: string
  /** Also takes what was typed when no choice is exactly that. */
  free?: boolean
  loading?: boolean
  className?: string
}

const SHOWN = 200

/** One of many, found by typing. */
export function Picker(props: PickerProps) {
  const { label, value, choices, placeholder = 'Choose', className } = props
  const chosen = choices.find((choice) => choice.value === value)
  return (
    <Popover
      className={className}
      trigger={(toggle) => (
        <Button
          {...toggle}
          className={styles.trigger ?? ''}
          aria-label={label}
          aria-haspopup="listbox"
          title={value ?? undefined}
        >
          <span className={value === null ? styles.placeholder : styles.value}>
            {chosen?.label ?? value ?? placeholder}
          </span>
        </Button>
      )}
    >
      {(close) => <Options {...props} close={close} />}
    </Popover>
  )
}

function Options({
  label,
  value,
  choices,
  onPick,
  free,
  loading,
  close,
}: PickerProps & {
  close: () => void
}) {
  const id = useId()
  const [typed, setTyped] = useState('')
  const [active, setActive] = useState(0)
  const found = choices.filter((choice) => matches(typed, choice.label, choice.value))
  const exact = found.some((choice) => choice.value === typed)
  const shown: Choice[] = [
    ...found.slice(0, SHOWN),
    ...(free && typed.trim() && !exact
      ? [{ value: typed.trim(), label: `Use “${typed.trim()}”` }]
      : []),
  ]
  const pick = (choice: Choice | undefined) => {
    if (!choice) return
    onPick(choice.value)
    close()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown') setActive(Math.min(active + 1, shown.length - 1))
    else if (event.key === 'ArrowUp') setActive(Math.max(active - 1, 0))
    else if (event.key === 'Enter') pick(shown[active])
    else return
    event.preventDefault()
  }
  return (
    <div className={styles.panel}>
      <input
        data-autofocus
        className={styles.search}
        role="combobox"
        aria-label={`Search: ${label}`}
        aria-expanded="true"
        aria-controls={id}
        aria-activedescendant={shown[active] ? `${id}-${active}` : undefined}
        placeholder="Type to search"
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value)
          setActive(0)
        }}
        onKeyDown={onKeyDown}
      />
      <ul role="listbox" id={id} aria-label={label} className={styles.list}>
        {shown.map((choice, index) => (
          <Option
            key={`${choice.group ?? ''}${choice.value}`}
            id={`${id}-${index}`}
            choice={choice}
            heading={choice.group !== shown[index - 1]?.group ? choice.group : undefined}
            active={index === active}
            selected={choice.value === value}
            onPick={() => pick(choice)}
          />
        ))}
      </ul>
      {shown.length === 0 && (
        <p className={styles.nothing}>{loading ? 'Loading…' : 'Nothing has this name.'}</p>
      )}
    </div>
  )
}

interface OptionProps {
  id: string
  choice: Choice
  heading: string | undefined
  active: boolean
  selected: boolean
  onPick: () => void
}

function Option({ id, choice, heading, active, selected, onPick }: OptionProps) {
  return (
    <>
      {heading && (
        <li role="presentation" className={styles.heading}>
          {heading}
        </li>
      )}
      {/* The keys are handled where the focus is: in the search field. */}
      {/* oxlint-disable-next-line jsx-a11y/click-events-have-key-events */}
      <li
        id={id}
        role="option"
        tabIndex={-1}
        aria-selected={selected}
        className={`${styles.option} ${active ? styles.active : ''}`}
        ref={(element) => {
          if (active) element?.scrollIntoView({ block: 'nearest' })
        }}
        onClick={onPick}
      >
        <span className={styles.label}>{choice.label}</span>
        {choice.note && <span className={styles.note}>{choice.note}</span>}
      </li>
    </>
  )
}
