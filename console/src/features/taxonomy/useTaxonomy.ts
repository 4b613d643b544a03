import { useMemo } from 'react'
import type { Choice } from '@/components/Picker'
import { formatShort } from '@/format/numbers'
import { firstColumn, jsonObject, number, text } from '@/hogql/rows'
import { useHogQL } from '@/hogql/useHogQL'
import { literal, property } from '@/hogql/write'
import { eventLabel, propertyLabel } from './labels'

const FRESH = 5 * 60_000
const EVENTS = `SELECT event, count() AS times FROM events
WHERE timestamp > now() - INTERVAL 30 DAY
GROUP BY event ORDER BY times DESC LIMIT 500`

/** The names of the events of the last 30 days, the most frequent first. */
export function useEventChoices(): { choices: Choice[]; loading: boolean } {
  const { data, isLoading } = useHogQL(EVENTS, { staleTime: FRESH })
  const choices = useMemo(
    () =>
      (data?.results ?? []).map((row) => {
        const name = text(row[0])
        return { value: name, label: eventLabel(name), note: formatShort(number(row[1])) }
      }),
    [data],
  )
  return { choices, loading: isLoading }
}

export interface PropertyChoices {
  event: Choice[]
  person: Choice[]
  loading: boolean
}

const SAMPLE = 400

/** The names of properties, found in a sample of recent events and persons. */
export function usePropertyChoices(events: readonly (string | null)[] = []): PropertyChoices {
  const named = [...new Set(events.filter((event) => event !== null))].sort()
  const where = named.length > 0 ? `AND event IN (${named.map(literal).join(', ')})` : ''
  const sampled = useHogQL(
    `SELECT properties FROM events
WHERE timestamp > now() - INTERVAL 30 DAY ${where}
ORDER BY timestamp DESC LIMIT ${SAMPLE}`,
    { staleTime: FRESH },
  )
  const persons = useHogQL(
    `SELECT properties FROM persons ORDER BY created_at DESC LIMIT ${SAMPLE}`,
    { staleTime: FRESH },
  )
  return useMemo(
    () => ({
      event: keysOf(sampled.data?.results, 'Event properties'),
      person: keysOf(persons.data?.results, 'Person properties'),
      loading: sampled.isLoading || persons.isLoading,
    }),
    [sampled.data, persons.data, sampled.isLoading, persons.isLoading],
  )
}

function keysOf(rows: unknown[][] | undefined, group: string): Choice[] {
  const found = new Map<string, number>()
  for (const row of rows ?? []) {
    for (const key of Object.keys(jsonObject(row[0]))) found.set(key, (found.get(key) ?? 0) + 1)
  }
  return [...found]
    .filter(([name]) => name !== '$set' && name !== '$set_once')
    .sort(([a, times], [b, others]) => others - times || a.localeCompare(b))
    .map(([name]) => {
      const label = propertyLabel(name)
      return label === name
        ? { value: name, label, group }
        : { value: name, label, note: name, group }
    })
}

/** Values that a property had in the last 30 days, the most frequent first. */
export function usePropertyValues(owner: 'event' | 'person', name: string, enabled: boolean) {
  const column = property(owner, name)
  const { data } = useHogQL(
    `SELECT ${column} AS value, count() AS times FROM events
WHERE timestamp > now() - INTERVAL 30 DAY AND ${column} IS NOT NULL
GROUP BY value ORDER BY times DESC LIMIT 50`,
    { staleTime: FRESH, enabled },
  )
  return enabled && data ? firstColumn(data) : []
}
