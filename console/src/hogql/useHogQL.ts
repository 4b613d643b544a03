import { keepPreviousData, useQuery, type UseQueryOptions } from '@tanstack/react-query'
import { runHogQL, type TableResult, type Timed } from '@/api/query'
import { useProject } from '@/app/project'

type Options = Pick<
  UseQueryOptions<Timed<TableResult>>,
  'enabled' | 'staleTime' | 'refetchInterval'
>

/** Runs a HogQL query of the open project and keeps the former answer in sight meanwhile. */
export function useHogQL(query: string, options: Options = {}) {
  const { id } = useProject()
  return useQuery({
    queryKey: ['hogql', id, query],
    queryFn: ({ signal }) => runHogQL(id, query, signal),
    placeholderData: keepPreviousData,
    ...options,
  })
}
