import { text } from '@/hogql/rows'
import { useHogQL } from '@/hogql/useHogQL'
import { literal } from '@/hogql/write'
import { nameOrId, personNameIn } from './personName'

export interface Sender {
  id: string
  name: string
}

/** The persons with a profile that distinct ids belong to. */
const sendersQuery = (distinctIds: string[]): string =>
  `SELECT distinct_id, person_id, ${personNameIn('person')} AS person
FROM person_distinct_ids
WHERE distinct_id IN (${distinctIds.map(literal).join(', ')})
LIMIT ${distinctIds.length}`

/** Who is behind the distinct ids of a list that knows nothing else of them. */
export function useSenders(distinctIds: string[]): ReadonlyMap<string, Sender> {
  const asked = [...new Set(distinctIds)].sort()
  const { data } = useHogQL(sendersQuery(asked), { enabled: asked.length > 0 })
  return new Map(
    data?.results.map((row) => {
      const id = text(row[1])
      return [text(row[0]), { id, name: nameOrId(row[2], id) }]
    }),
  )
}
