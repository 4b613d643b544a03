import type { Flag, FlagChange, FlagConditionSet, FlagFilters } from '@/api/flags'
import { flagOperators, type FlagFilter } from '@/features/filters/filter'
import { isComplete } from '@/features/filters/operators'
import { readFilters } from '@/features/filters/readFilters'
import { writeFilter } from '@/features/filters/writeFilter'
import { text } from '@/hogql/rows'

/** A flag as it is edited. What the editor does not know is carried along, never lost. */
export interface FlagDraft {
  key: string
  name: string
  active: boolean
  variants: Variant[]
  /** What a flag without variants gives along, as JSON text. */
  payload: string
  sets: ConditionSet[]
  rest: FlagFilters
}

export interface Variant {
  key: string
  name: string
  share: number
  payload: string
}

export interface ConditionSet {
  filters: FlagFilter[]
  /** Conditions of kinds the editor has no words for: cohorts, groups, other flags. */
  kept: unknown[]
  rollout: number
  /** The variant everybody in the set gets, instead of one by chance. */
  variant: string | null
  rest: FlagConditionSet
}

const everyone = (rollout: number): ConditionSet => ({
  filters: [],
  kept: [],
  rollout,
  variant: null,
  rest: {},
})

export const newSet = everyone(100)

export const newDraft: FlagDraft = {
  key: '',
  name: '',
  active: true,
  variants: [],
  payload: '',
  sets: [everyone(0)],
  rest: {},
}

export function toDraft(flag: Flag): FlagDraft {
  const { groups = [], multivariate, payloads = {}, ...rest } = flag.filters
  return {
    key: flag.key,
    name: flag.name,
    active: flag.active,
    variants: (multivariate?.variants ?? []).map((variant) => ({
      key: variant.key,
      name: variant.name ?? '',
      share: variant.rollout_percentage,
      payload: text(payloads[variant.key]),
    })),
    payload: text(payloads['true']),
    sets: groups.map(readSet),
    rest,
  }
}

function readSet(set: FlagConditionSet): ConditionSet {
  const { properties = [], rollout_percentage: rollout, variant, ...rest } = set
  const known = (property: unknown) =>
    readFilters([property], flagOperators).some((filter) => filter.type === 'person')
  return {
    filters: readFilters(properties.filter(known), flagOperators),
    kept: properties.filter((property) => !known(property)),
    rollout: rollout ?? 100,
    variant: variant ?? null,
    rest,
  }
}

export function fromDraft(draft: FlagDraft): FlagChange {
  const payloads = Object.fromEntries(
    (draft.variants.length > 0
      ? draft.variants.map((variant) => [variant.key, variant.payload])
      : [['true', draft.payload]]
    ).filter(([, payload]) => payload?.trim()),
  ) as Record<string, string>
  return {
    key: draft.key.trim(),
    name: draft.name,
    active: draft.active,
    filters: {
      ...draft.rest,
      groups: draft.sets.map((set) => writeSet(set, draft.variants)),
      multivariate:
        draft.variants.length === 0
          ? null
          : {
              variants: draft.variants.map(({ key, name, share }) => ({
                key: key.trim(),
                name,
                rollout_percentage: share,
              })),
            },
      payloads,
    },
  }
}

function writeSet(set: ConditionSet, variants: Variant[]): FlagConditionSet {
  const known = variants.some((variant) => variant.key === set.variant)
  return {
    ...set.rest,
    properties: [...set.filters.filter(isComplete).map(writeFilter), ...set.kept],
    rollout_percentage: set.rollout,
    variant: known ? set.variant : null,
  }
}

/** Equal shares that add up to exactly 100; the first ones take what cannot be divided. */
export function equalShares(count: number): number[] {
  const base = Math.floor(100 / count)
  return Array.from({ length: count }, (_, index) => base + (index < 100 - base * count ? 1 : 0))
}
