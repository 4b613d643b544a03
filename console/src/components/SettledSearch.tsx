import { useEffect, useRef, useState } from 'react'
import { IconInput } from './Input'

interface SettledSearchProps {
  label: string
  placeholder: string
  value: string
  /** Called when the typing stops for a moment, and at once on Enter. */
  onSearch: (value: string) => void
  className?: string | undefined
}

const PAUSE = 300

/** A search that asks the server, so not at every letter. */
export function SettledSearch({
  label,
  placeholder,
  value,
  onSearch,
  className,
}: SettledSearchProps) {
  const [typed, setTyped] = useState(value)
  const [known, setKnown] = useState(value)
  const searching = useRef(onSearch)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => {
    searching.current = onSearch
  })
  useEffect(() => () => clearTimeout(timer.current), [])
  if (value !== known) {
    setKnown(value)
    // Cleared from outside. Any other change was typed here, and more may have been typed since.
    if (value === '') setTyped('')
  }
  const search = (wanted: string, pause: number) => {
    clearTimeout(timer.current)
    timer.current = setTimeout(() => searching.current(wanted), pause)
  }
  return (
    <IconInput
      icon="search"
      type="search"
      aria-label={label}
      placeholder={placeholder}
      className={className ?? ''}
      value={typed}
      onChange={(event) => {
        setTyped(event.target.value)
        search(event.target.value, PAUSE)
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter') search(typed, 0)
      }}
    />
  )
}
