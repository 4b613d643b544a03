import type { TableResult } from '@/api/query'
import { parseInstant } from '@/format/times'
import { bucketEnd, bucketStart } from '@/features/trends/dateRange'
import type { DateRange, Interval } from '@/features/trends/model'
import { nameOrId, personNameIn } from '@/features/persons/personName'
import { text } from '@/hogql/rows'
import { all, instant, literal } from '@/hogql/write'

/** The time that an answer is about. No end: until now. */
export interface Bounds {
  from: Date
  to: Date | null
}

/** The server knows what `-7d` or `all` means in the project’s time zone; its buckets say it. */
export function boundsOf(buckets: { label: string }[], range: DateRange): Bounds | null {
  const [first, second] = buckets.map((bucket) => parseInstant(bucket.label))
  if (!first || !second) return null
  const width = second.getTime() - first.getTime()
  const end = range.to === null ? null : new Date(first.getTime() + width * buckets.length)
  return { from: first, to: end }
}

/** More would make a query that is too long to send. */
const MOST_FINGERPRINTS = 500

/**
 * The exceptions of an issue. Its fingerprints are right at once after a merge or a split; the
 * issue that is stored with exceptions follows when the lake has taken the change.
 */
export const ofIssue = (issue: string, fingerprints: string[]): string =>
  fingerprints.length > 0 && fingerprints.length <= MOST_FINGERPRINTS
    ? `fingerprint IN (${fingerprints.map(literal).join(', ')})`
    : `issue_id = ${literal(issue)}`

/** Those of a time. */
export const conditionsOf = (which: string, { from, to }: Bounds): string[] => [
  which,
  `timestamp >= ${instant(from)}`,
  ...(to ? [`timestamp <= ${instant(to)}`] : []),
]

/** Where one’s own questions about an issue begin. */
export const askedInSql = (issue: string): string =>
  `SELECT timestamp, type, value, person_id, current_url, browser, os, release
FROM exceptions
WHERE issue_id = ${literal(issue)} AND timestamp > now() - INTERVAL 30 DAY
ORDER BY timestamp DESC LIMIT 100`

/** Those of one bar of the chart. */
export const inBucket = (bucket: string, interval: Interval): string[] => [
  `timestamp >= toDateTime(${literal(bucketStart(bucket))})`,
  `timestamp < toDateTime(${literal(bucketEnd(bucket, interval))})`,
]

/** A line of the list of occurrences. */
export interface Occurrence {
  uuid: string
  at: string
  personId: string
  /** What the person is called. */
  person: string
  page: string
  browser: string
  release: string
}

export const OCCURRENCES = 50

/** One more than is shown, to know whether there are more. */
export const occurrencesQuery = (conditions: string[], page: number): string =>
  `SELECT thrown.uuid AS uuid, thrown.timestamp AS timestamp, thrown.person_id AS person_id,
  ${personNameIn('persons')} AS person,
  thrown.current_url AS page, thrown.browser AS browser, thrown.release AS release
FROM (
  SELECT uuid, timestamp, person_id, current_url, browser, release
  FROM exceptions
  WHERE ${all(conditions)}
  ORDER BY timestamp DESC, uuid LIMIT ${OCCURRENCES + 1} OFFSET ${page * OCCURRENCES}
) AS thrown
LEFT JOIN persons ON persons.id = thrown.person_id
ORDER BY timestamp DESC, uuid LIMIT ${OCCURRENCES + 1}`

export const occurrenceRows = (result: TableResult): Occurrence[] =>
  result.results.slice(0, OCCURRENCES).map((row) => ({
    uuid: text(row[0]),
    at: text(row[1]),
    personId: text(row[2]),
    person: nameOrId(row[3], text(row[2])),
    page: text(row[4]),
    browser: text(row[5]),
    release: text(row[6]),
  }))

/** Finds an event without reading other days than its own. */
export function eventConditions({ uuid, at }: { uuid: string; at: string }): string[] {
  const moment = parseInstant(at)
  const near = (seconds: number) => new Date((moment?.getTime() ?? 0) + seconds * 1000)
  return [
    `event = '$exception'`,
    `uuid = ${literal(uuid)}`,
    ...(moment ? [`timestamp >= ${instant(near(-2))}`, `timestamp <= ${instant(near(2))}`] : []),
  ]
}
