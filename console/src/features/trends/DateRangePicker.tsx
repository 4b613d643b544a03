import { useState, type FormEvent } from 'react'
import { Button } from '@/components/Button'
import { Input, Select } from '@/components/Input'
import { Popover } from '@/components/Popover'
import { isDay, presets, rangeLabel, relativeParts, units, type Unit } from './dateRange'
import type { DateRange } from './model'
import styles from './DateRangePicker.module.css'

interface DateRangePickerProps {
  range: DateRange
  onChange: (range: DateRange) => void
}

export function DateRangePicker({ range, onChange }: DateRangePickerProps) {
  return (
    <Popover
      trigger={(toggle) => (
        <Button icon="calendar" aria-haspopup="dialog" {...toggle}>
          {rangeLabel(range)}
        </Button>
      )}
    >
      {(close) => {
        const choose = (chosen: DateRange) => {
          onChange(chosen)
          close()
        }
        return (
          <div className={styles.panel}>
            <div className={styles.presets}>
              {presets.map((preset) => (
                <button
                  key={preset.label}
                  type="button"
                  aria-pressed={rangeLabel(range) === preset.label}
                  onClick={() => choose(preset.range)}
                >
                  {preset.label}
                </button>
              ))}
            </div>
            <div className={styles.custom}>
              <Relative range={range} onChange={choose} />
              <Absolute range={range} onChange={choose} />
            </div>
          </div>
        )
      }}
    </Popover>
  )
}

function Relative({ range, onChange }: DateRangePickerProps) {
  const parts = relativeParts(range) ?? { count: 6, unit: 'w' as Unit }
  const [count, setCount] = useState(String(parts.count))
  const [unit, setUnit] = useState<Unit>(parts.unit)
  const valid = /^[1-9]\d{0,3}$/.test(count)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onChange({ from: `-${count}${unit}`, to: null })
  }
  return (
    <form onSubmit={submit}>
      <h3>The last</h3>
      <div className={styles.row}>
        <Input
          aria-label="How many"
          inputMode="numeric"
          className={styles.count ?? ''}
          value={count}
          onChange={(event) => setCount(event.target.value)}
        />
        <Select
          aria-label="Unit"
          value={unit}
          onChange={(event) => setUnit(event.target.value as Unit)}
        >
          {Object.entries(units).map(([value, label]) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </Select>
        <Button type="submit" disabled={!valid}>
          Use
        </Button>
      </div>
    </form>
  )
}

function Absolute({ range, onChange }: DateRangePickerProps) {
  const today = new Date().toISOString().slice(0, 10)
  const [from, setFrom] = useState(isDay(range.from) ? range.from : '')
  const [to, setTo] = useState(range.to !== null && isDay(range.to) ? range.to : today)
  const valid = isDay(from) && isDay(to) && from <= to
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onChange({ from, to })
  }
  return (
    <form onSubmit={submit}>
      <h3>From day to day</h3>
      <div className={styles.dates}>
        <Input
          type="date"
          aria-label="First day"
          max={to}
          value={from}
          onChange={(event) => setFrom(event.target.value)}
        />
        <Input
          type="date"
          aria-label="Last day"
          min={from}
          value={to}
          onChange={(event) => setTo(event.target.value)}
        />
        <Button type="submit" disabled={!valid}>
          Use
        </Button>
      </div>
    </form>
  )
}
