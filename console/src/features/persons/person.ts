import { literal } from '@/hogql/write'

export const PAGE = 50

/** Persons, the newest first; the search looks at addresses, names and ids. */
export function personsQuery(search: string, page: number): string {
  const wanted = search.trim()
  const like = literal(`%${wanted}%`)
  const exactly = literal(wanted)
  const where = wanted
    ? `WHERE properties.email ILIKE ${like}
  OR properties.name ILIKE ${like}
  OR toString(id) = ${exactly}
  OR has(distinct_ids, ${exactly})
`
    : ''
  return `SELECT id, created_at, properties, is_identified FROM persons
${where}ORDER BY created_at DESC LIMIT ${PAGE + 1} OFFSET ${page * PAGE}`
}

export const personQuery = (id: string) =>
  `SELECT id, created_at, properties, distinct_ids FROM persons
WHERE id = ${literal(id)} LIMIT 1`

export const distinctIdsQuery = (id: string) =>
  `SELECT distinct_id, count() AS events, min(timestamp) AS first_seen, max(timestamp) AS last_seen
FROM events WHERE person_id = ${literal(id)}
GROUP BY distinct_id ORDER BY events DESC LIMIT 100`
