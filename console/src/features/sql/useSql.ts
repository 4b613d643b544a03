import { useMutation, useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { useSearchParams } from 'react-router'
import { insightQuery } from '@/api/insights'
import { runHogQL } from '@/api/query'
import { useProject } from '@/app/project'
import { sourceOf } from '@/features/trends/fromQuery'
import { text } from '@/hogql/rows'
import { readHistory, remember } from './history'
import { useMarks } from './useMarks'

const START = `SELECT event, count() AS times, uniq(person_id) AS persons
FROM events
WHERE timestamp > now() - INTERVAL 7 DAY
GROUP BY event
ORDER BY times DESC
LIMIT 100`

/** The query on the page: from the address, from a saved insight, or the latest that was run. */
export function useSql() {
  const { id } = useProject()
  const [parameters] = useSearchParams()
  const insightId = parameters.get('insight')
  const saved = useQuery({ ...insightQuery(id, insightId ?? ''), enabled: insightId !== null })
  const savedQuery = saved.data && text(sourceOf(saved.data.query)['query'])
  const [history, setHistory] = useState(() => readHistory(id))
  const [written, setWritten] = useState<string | null>(null)
  const query =
    written ?? parameters.get('query') ?? savedQuery ?? (insightId ? '' : (history[0] ?? START))
  const running = useRef<AbortController>(null)
  const latest = useRef<string>(null)
  const run = useMutation({
    mutationFn: (asked: string) => {
      const controller = new AbortController()
      running.current = controller
      latest.current = asked
      setHistory(remember(id, asked))
      return runHogQL(id, asked, controller.signal)
    },
  })
  // Who opens a saved query wants its answer; who has just saved it has it already.
  const { mutate } = run
  useEffect(() => {
    if (savedQuery && savedQuery !== latest.current) mutate(savedQuery)
  }, [savedQuery, mutate])
  const error = isAbort(run.error) ? null : run.error
  return {
    query,
    setQuery: setWritten,
    history,
    run: () => query.trim() && !run.isPending && run.mutate(query),
    cancel: () => running.current?.abort(),
    result: run.data,
    error,
    running: run.isPending,
    marks: useMarks(query, { query: run.variables, error }),
    insight: saved.data,
    saved,
  }
}

const isAbort = (error: unknown): boolean =>
  error instanceof DOMException && error.name === 'AbortError'
