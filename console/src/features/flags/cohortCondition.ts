import { jsonObject, text } from '@/hogql/rows'

/** Whether a condition asks for a cohort in the way the editor shows it. */
export const isCohortCondition = (condition: unknown): boolean => {
  const { type, negation, value } = jsonObject(condition)
  return type === 'cohort' && negation !== true && /^\d+$/.test(text(value))
}

/** The condition with something changed; what else it says stays. */
export const cohortCondition = (
  condition: unknown,
  change: { operator?: string; value?: number },
): Record<string, unknown> => ({
  type: 'cohort',
  key: 'id',
  operator: 'in',
  ...jsonObject(condition),
  ...change,
})
