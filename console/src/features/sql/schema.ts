import { queryOptions } from '@tanstack/react-query'
import { runQuery } from '@/api/query'
import { jsonObject, text } from '@/hogql/rows'

export interface Table {
  name: string
  columns: { name: string; type: string }[]
}

interface SchemaAnswer {
  tables: Record<string, { fields: Record<string, unknown> }>
}

export const schemaQuery = (project: number) =>
  queryOptions({
    queryKey: ['schema', project],
    staleTime: 10 * 60_000,
    queryFn: async ({ signal }) =>
      readSchema(await runQuery<SchemaAnswer>(project, { kind: 'DatabaseSchemaQuery' }, signal)),
  })

/** The tables that can be asked, those of events and people first. */
export function readSchema(answer: SchemaAnswer): Table[] {
  const rank = (name: string) => {
    const at = ['events', 'persons', 'sessions', 'groups'].indexOf(name)
    return at < 0 ? 99 : at
  }
  return Object.entries(answer.tables)
    .map(([name, table]) => ({
      name,
      columns: Object.entries(table.fields).map(([column, field]) => ({
        name: column,
        type: typeof field === 'string' ? field : text(jsonObject(field)['type']),
      })),
    }))
    .sort((a, b) => rank(a.name) - rank(b.name) || a.name.localeCompare(b.name))
}
