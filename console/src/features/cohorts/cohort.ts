import type { Cohort } from '@/api/cohorts'
import { flagOperators, type FlagFilter } from '@/features/filters/filter'
import { filterLabel, isComplete } from '@/features/filters/operators'
import { list, readFilters } from '@/features/filters/readFilters'
import { writeFilter } from '@/features/filters/writeFilter'
import { jsonObject } from '@/hogql/rows'

/** A cohort as it is edited: one of the groups has to hold whole. */
export interface CohortDraft {
  name: string
  description: string
  isStatic: boolean
  groups: CohortGroup[]
}

export interface CohortGroup {
  filters: FlagFilter[]
  /** Criteria the editor has no words for: other cohorts, negations. They are kept as they are. */
  kept: unknown[]
}

export const emptyGroup: CohortGroup = { filters: [], kept: [] }

export const newCohort: CohortDraft = {
  name: '',
  description: '',
  isStatic: false,
  groups: [emptyGroup],
}

export function toDraft(cohort: Cohort): CohortDraft {
  return {
    name: cohort.name,
    description: cohort.description,
    isStatic: cohort.is_static,
    groups: groupsOf(cohort.filters.properties),
  }
}

/** Criteria are an or of ands; what is nested otherwise becomes one group that is kept. */
function groupsOf(value: unknown): CohortGroup[] {
  const tree = jsonObject(value)
  const values = list(tree['values'])
  if (values.length === 0) return []
  if (!values.some((part) => 'values' in part)) {
    return tree['type'] === 'OR' ? values.map((one) => group([one])) : [group(values)]
  }
  return tree['type'] === 'OR'
    ? values.map((part) =>
        'values' in part && part['type'] !== 'OR' ? group(list(part['values'])) : group([part]),
      )
    : [{ filters: [], kept: [tree] }]
}

function group(properties: Record<string, unknown>[]): CohortGroup {
  const known = (property: Record<string, unknown>) =>
    property['negation'] !== true &&
    readFilters([property], flagOperators).some((filter) => filter.type === 'person')
  return {
    filters: readFilters(properties.filter(known), flagOperators),
    kept: properties.filter((property) => !known(property)),
  }
}

export function fromDraft(draft: CohortDraft) {
  const { name, description, isStatic } = draft
  const values = draft.groups
    .map((one) => [...one.filters.filter(isComplete).map(writeFilter), ...one.kept])
    .filter((properties) => properties.length > 0)
    .map((properties) => ({ type: 'AND', values: properties }))
  return {
    name: name.trim(),
    description,
    is_static: isStatic,
    filters: isStatic ? {} : { properties: { type: 'OR', values } },
  }
}

/** Who is in it, in a line. */
export function summary(cohort: Cohort): string {
  if (cohort.is_static) return `a list of ${cohort.count ?? 0}`
  const groups = groupsOf(cohort.filters.properties).map((one) =>
    [
      ...one.filters.map(filterLabel),
      ...(one.kept.length > 0 ? [`${one.kept.length} more`] : []),
    ].join(' and '),
  )
  return groups.length === 0 ? 'nobody yet' : `persons whose ${groups.join(', or ')}`
}
