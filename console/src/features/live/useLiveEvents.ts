import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import { runHogQL, type QueryCost } from '@/api/query'
import { useProject } from '@/app/project'
import { eventRows, eventsQuery, type EventRow } from '@/features/events/event'
import { liveConditions, mergeEvents, type LiveFilter } from './live'

const EVERY = 3000
const AT_ONCE = 100

interface Live {
  events: EventRow[]
  /** Those that the latest look found. */
  fresh: ReadonlySet<string>
  took: number
  cost: QueryCost | undefined
}

/** The newest events, looked for again every few seconds while the page is in sight. */
export function useLiveEvents(filter: LiveFilter, paused: boolean) {
  const { id } = useProject()
  const client = useQueryClient()
  const key = ['live', id, filter.event, filter.distinctId.trim()]
  return useQuery({
    queryKey: key,
    queryFn: async ({ signal }): Promise<Live> => {
      const former = client.getQueryData<Live>(key)?.events ?? []
      const query = eventsQuery(liveConditions(filter, former), AT_ONCE)
      const answer = await runHogQL(id, query, signal)
      const found = eventRows(answer)
      const known = new Set(former.map((event) => event.uuid))
      const arrived = former.length > 0 ? found.filter((event) => !known.has(event.uuid)) : []
      return {
        events: mergeEvents(former, found),
        fresh: new Set(arrived.map((event) => event.uuid)),
        took: answer.took,
        cost: answer.cost,
      }
    },
    placeholderData: keepPreviousData,
    refetchInterval: paused ? false : EVERY,
    staleTime: 0,
  })
}
