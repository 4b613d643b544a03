import { useId } from 'react'
import { timezones } from '@/format/timezones'
import { Input } from './Input'

interface TimezoneInputProps {
  id: string
  value: string
  onChange: (timezone: string) => void
}

export function TimezoneInput({ value, onChange, ...control }: TimezoneInputProps) {
  const list = useId()
  return (
    <>
      <Input
        {...control}
        list={list}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
      <datalist id={list}>
        {timezones().map((zone) => (
          <option key={zone} value={zone} />
        ))}
      </datalist>
    </>
  )
}
