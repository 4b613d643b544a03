import { eventLabel, propertyLabel } from '@/features/taxonomy/labels'
import type { Math, Series } from './model'

interface MathMeaning {
  label: string
  group: 'Count' | 'People' | 'Value of a property'
  needsProperty?: true
  /** Whether the buckets may be added: people who came on two days are one person. */
  adds: boolean
}

export const meanings: Record<Math, MathMeaning> = {
  total: { label: 'Events', group: 'Count', adds: true },
  unique_session: { label: 'Sessions', group: 'Count', adds: false },
  dau: { label: 'Persons', group: 'People', adds: false },
  weekly_active: { label: 'Active in 7 days', group: 'People', adds: false },
  monthly_active: { label: 'Active in 30 days', group: 'People', adds: false },
  sum: property('Sum', true),
  avg: property('Average'),
  min: property('Smallest'),
  max: property('Largest'),
  median: property('Median'),
  p75: property('75th percentile'),
  p90: property('90th percentile'),
  p95: property('95th percentile'),
  p99: property('99th percentile'),
}

function property(label: string, adds = false): MathMeaning {
  return { label, group: 'Value of a property', needsProperty: true, adds }
}

export const needsProperty = (math: Math): boolean => meanings[math].needsProperty === true

export const seriesName = (series: Series): string =>
  series.event === null ? 'All events' : eventLabel(series.event)

/** `Pageview`, `Pageview: Persons`, `purchase completed: Sum of revenue`. */
export function seriesLabel(series: Series): string {
  const name = seriesName(series)
  if (series.math === 'total') return name
  const { label } = meanings[series.math]
  const of = series.mathProperty ? ` of ${propertyLabel(series.mathProperty)}` : ''
  return `${name}: ${label}${of}`
}
