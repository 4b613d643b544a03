import type { QueryNode } from '@/api/query'
import { jsonObject, text } from '@/hogql/rows'
import { readFilters } from '@/features/filters/readFilters'
import { sourceOf } from './fromQuery'
import { maths } from './model'

/** What a saved query asks beyond what this page can show. It must be said: the numbers differ. */
export function unreadable(saved: QueryNode): string[] {
  const query = sourceOf(saved)
  const trends = jsonObject(query['trendsFilter'])
  const breakdown = jsonObject(query['breakdownFilter'])
  const series = list(query['series'])
  return [
    ...series.flatMap((node) => unreadableSeries(jsonObject(node))),
    ...unreadableFilters(query['properties']),
    ...(trends['formula'] ||
    list(trends['formulas']).length > 0 ||
    list(trends['formulaNodes']).length > 0
      ? ['a formula']
      : []),
    ...(list(breakdown['breakdowns']).length > 1 || Array.isArray(breakdown['breakdown'])
      ? ['several breakdowns']
      : []),
    ...(query['filterTestAccounts'] === true ? ['the filter of test accounts'] : []),
  ]
}

function unreadableSeries(node: Record<string, unknown>): string[] {
  const math = text(node['math'])
  const kind = text(node['kind']) || 'EventsNode'
  return [
    ...(kind === 'EventsNode' ? [] : [`a series of kind ${kind}`]),
    ...(math === '' || maths.some((known) => known === math) ? [] : [`the math “${math}”`]),
    ...unreadableFilters(node['properties']),
  ]
}

function unreadableFilters(filters: unknown): string[] {
  if (filters === undefined || filters === null) return []
  if (!Array.isArray(filters)) return ['groups of filters']
  return filters.length > readFilters(filters).length ? ['filters of another kind'] : []
}

const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : [])
