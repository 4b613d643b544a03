import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import { runHogQL } from '@/api/query'
import { useProject } from '@/app/project'
import { text } from '@/hogql/rows'
import { literal } from '@/hogql/write'
import { personName, personNameIn } from './personName'

const namesQuery = (ids: string[]): string =>
  `SELECT id, ${personNameIn('persons')} AS person FROM persons
WHERE id IN (${ids.map(literal).join(', ')}) LIMIT ${ids.length}`

/**
 * What the persons of a list are called. A person is asked for once, not with each look at a list
 * that grows.
 */
export function usePersonNames(ids: string[]): (id: string) => string {
  const { id: project } = useProject()
  const client = useQueryClient()
  const wanted = [...new Set(ids)].filter(Boolean).sort()
  const keyOf = (id: string) => ['personName', project, id]
  const { data, isError } = useQuery({
    queryKey: ['personNames', project, wanted],
    queryFn: async ({ signal }) => {
      const unknown = wanted.filter((id) => client.getQueryData(keyOf(id)) === undefined)
      if (unknown.length > 0) {
        const { results } = await runHogQL(project, namesQuery(unknown), signal)
        const found = new Map(results.map((row) => [text(row[0]), text(row[1])]))
        for (const id of unknown) client.setQueryData(keyOf(id), found.get(id) ?? '')
      }
      return new Map(wanted.map((id) => [id, client.getQueryData<string>(keyOf(id)) ?? '']))
    },
    enabled: wanted.length > 0,
    placeholderData: keepPreviousData,
    staleTime: 5 * 60_000,
  })
  return (id) => {
    const name = data?.get(id)
    return name === undefined && !isError ? '…' : name || personName({}, id)
  }
}
