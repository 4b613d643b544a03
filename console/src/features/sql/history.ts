const KEPT = 50

/** The queries that were run in this browser, for one project, the latest first. */
export function readHistory(project: number): string[] {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(key(project)) ?? '[]')
    return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : []
  } catch {
    return []
  }
}

export function remember(project: number, query: string): string[] {
  const next = withQuery(readHistory(project), query)
  localStorage.setItem(key(project), JSON.stringify(next))
  return next
}

/** A query that is run again moves to the top. */
export function withQuery(history: string[], query: string): string[] {
  const text = query.trim()
  return [text, ...history.filter((other) => other !== text)].slice(0, KEPT)
}

const key = (project: number): string => `tenrec.sql.${project}`
