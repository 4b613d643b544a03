import type { Fingerprint } from '@/api/issues'
import { number, text } from '@/hogql/rows'
import { literal } from '@/hogql/write'

/** Exceptions of one type and stack: what an issue is split into. */
export interface Kind {
  fingerprint: string
  title: string
  place: string
  times: number
}

export const kindsQuery = (fingerprints: Fingerprint[]): string =>
  `SELECT fingerprint, argMax(type, timestamp), argMax(value, timestamp),
  argMax(function, timestamp), argMax(source, timestamp), count() AS times
FROM exceptions WHERE fingerprint IN (${written(fingerprints)})
GROUP BY fingerprint ORDER BY times DESC LIMIT 1000`

const written = (fingerprints: Fingerprint[]): string =>
  fingerprints.map(({ fingerprint }) => literal(fingerprint)).join(', ')

/** The fingerprints of an issue with what was seen of them, the most frequent first. */
export function kindsOf(fingerprints: Fingerprint[], rows: unknown[][]): Kind[] {
  const seen = new Map(rows.map((row) => [text(row[0]), row]))
  return fingerprints
    .map(({ fingerprint }) => {
      const [, type, value, name, source, times] = seen.get(fingerprint) ?? []
      return {
        fingerprint,
        title: [text(type), text(value)].filter(Boolean).join(': ') || 'No stored exception',
        place: [text(name), text(source)].filter(Boolean).join(' in ') || fingerprint.slice(0, 16),
        times: number(times),
      }
    })
    .sort((a, b) => b.times - a.times)
}
