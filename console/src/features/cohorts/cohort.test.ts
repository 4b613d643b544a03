import { describe, expect, it } from 'vitest'
import type { Cohort } from '@/api/cohorts'
import { fromDraft, newCohort, summary, toDraft } from './cohort'

const cohort = (properties: unknown): Cohort => ({
  id: 1,
  name: 'Berliners',
  description: '',
  is_static: false,
  filters: { properties },
  count: null,
  version: 1,
  created_at: '',
  updated_at: '',
})

const city = { type: 'person', key: 'city', operator: 'exact', value: ['Berlin'] }
const plan = { type: 'person', key: 'plan', operator: 'exact', value: ['pro'] }
const not = { ...plan, negation: true }

describe('a cohort that is edited', () => {
  it('comes back as it was', () => {
    const properties = {
      type: 'OR',
      values: [
        { type: 'AND', values: [city, not] },
        { type: 'AND', values: [plan] },
      ],
    }
    expect(fromDraft(toDraft(cohort(properties))).filters.properties).toEqual(properties)
  })

  it('keeps criteria of a shape the editor does not show', () => {
    const properties = { type: 'AND', values: [{ type: 'OR', values: [city, plan] }] }
    const [only] = toDraft(cohort(properties)).groups
    expect(only?.kept).toEqual([properties])
    expect(fromDraft(toDraft(cohort(properties))).filters.properties?.values[0]?.values).toEqual([
      properties,
    ])
  })

  it('leaves out groups that say nothing', () => {
    expect(fromDraft({ ...newCohort, name: ' A ' })).toMatchObject({
      name: 'A',
      filters: { properties: { type: 'OR', values: [] } },
    })
  })

  it('is told in a line', () => {
    const properties = {
      type: 'OR',
      values: [
        { type: 'AND', values: [city, plan] },
        { type: 'AND', values: [plan] },
      ],
    }
    expect(summary(cohort(properties))).toBe(
      'persons whose city is Berlin and plan is pro, or plan is pro',
    )
    expect(summary({ ...cohort({}), is_static: true, count: 3 })).toBe('a list of 3')
  })
})
