import { QueryCache, QueryClient } from '@tanstack/react-query'
import { ApiError, NetworkError } from '@/api/errors'
import { sessionQuery } from '@/api/session'

function mayRetry(failures: number, error: unknown): boolean {
  const passing =
    error instanceof NetworkError || (error instanceof ApiError && error.status >= 502)
  return passing && failures < 2
}

export const queryClient: QueryClient = new QueryClient({
  queryCache: new QueryCache({
    // A session that ended while the console was open leads to the login page, wherever it shows.
    onError: (error) => {
      if (error instanceof ApiError && error.status === 401) {
        queryClient.setQueryData(sessionQuery.queryKey, null)
      }
    },
  }),
  defaultOptions: {
    queries: { retry: mayRetry, refetchOnWindowFocus: false, staleTime: 10_000 },
  },
})
