import type { CountedIssue } from '@/api/issues'

/** The issue that would be kept: the one with the most occurrences, the oldest of such. */
export function largest(issues: CountedIssue[]): string {
  const [first] = [...issues].sort(
    (a, b) =>
      b.aggregations.occurrences - a.aggregations.occurrences ||
      a.first_seen.localeCompare(b.first_seen),
  )
  if (!first) throw new Error('there is no issue to keep: choose at least one')
  return first.id
}
