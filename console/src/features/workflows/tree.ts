import { newDeed, type Branch, type Deed, type Step, type StepType } from './step'

/** A list of steps: the main one, or a way out of a condition. */
export interface ListRef {
  /** The condition it belongs to; null for the main list. */
  of: string | null
  way: number | 'otherwise'
}

/** Between which steps something goes. */
export interface Place extends ListRef {
  index: number
}

export const main: ListRef = { of: null, way: 'otherwise' }

const sameList = (a: ListRef, b: ListRef) => a.of === b.of && (a.of === null || a.way === b.way)

/** Every list of steps with its place, a list before those inside it. */
function* lists(steps: Step[], ref: ListRef = main): Generator<{ ref: ListRef; steps: Step[] }> {
  yield { ref, steps }
  for (const step of steps) {
    for (const way of waysOf(step)) yield* lists(way.steps, way.ref)
  }
}

/** The ways out of a step that have steps of their own. */
export function waysOf(step: Step): { ref: ListRef; steps: Step[] }[] {
  const { does } = step
  if (does.type !== 'conditional_branch') return []
  return [
    ...does.branches.map((branch, way) => ({ ref: { of: step.id, way }, steps: branch.steps })),
    { ref: { of: step.id, way: 'otherwise' as const }, steps: does.otherwise },
  ]
}

/** All steps, each before those inside it. */
export function allSteps(steps: Step[]): Step[] {
  return steps.flatMap((step) => [step, ...waysOf(step).flatMap((way) => allSteps(way.steps))])
}

export const findStep = (steps: Step[], id: string | null): Step | undefined =>
  allSteps(steps).find((step) => step.id === id)

/** Where a step stands. */
export function placeOf(steps: Step[], id: string): Place | undefined {
  for (const list of lists(steps)) {
    const index = list.steps.findIndex((step) => step.id === id)
    if (index >= 0) return { ...list.ref, index }
  }
  return undefined
}

/** The same steps with one list changed. */
function changeList(
  steps: Step[],
  wanted: ListRef,
  change: (list: Step[]) => Step[],
  ref: ListRef = main,
): Step[] {
  const inside = steps.map((step) => {
    const { does } = step
    if (does.type !== 'conditional_branch') return step
    const changed = (way: ListRef['way'], list: Step[]) =>
      changeList(list, wanted, change, { of: step.id, way })
    const branches: Branch[] = does.branches.map((branch, way) => ({
      ...branch,
      steps: changed(way, branch.steps),
    }))
    return { ...step, does: { ...does, branches, otherwise: changed('otherwise', does.otherwise) } }
  })
  return sameList(ref, wanted) ? change(inside) : inside
}

export const insertStep = (steps: Step[], place: Place, step: Step): Step[] =>
  changeList(steps, place, (list) => list.toSpliced(place.index, 0, step))

export function removeStep(steps: Step[], id: string): Step[] {
  const place = placeOf(steps, id)
  return place ? changeList(steps, place, (list) => list.filter((step) => step.id !== id)) : steps
}

export function changeStep(steps: Step[], id: string, change: (step: Step) => Step): Step[] {
  const place = placeOf(steps, id)
  return place
    ? changeList(steps, place, (list) => list.map((step) => (step.id === id ? change(step) : step)))
    : steps
}

/** Whether a step may go there: not into itself, and not where it is already. */
export function canMove(steps: Step[], id: string, to: Place): boolean {
  const step = findStep(steps, id)
  const from = placeOf(steps, id)
  if (!step || !from) return false
  const stays = sameList(from, to) && (to.index === from.index || to.index === from.index + 1)
  return !stays && !allSteps([step]).some((inside) => inside.id === to.of)
}

/** Takes a step with all inside it to another place, as the places are before it is taken. */
export function moveStep(steps: Step[], id: string, to: Place): Step[] {
  const step = findStep(steps, id)
  const from = placeOf(steps, id)
  if (!step || !from || !canMove(steps, id, to)) return steps
  const shifted = sameList(from, to) && to.index > from.index ? to.index - 1 : to.index
  return insertStep(removeStep(steps, id), { ...to, index: shifted }, step)
}

/** Where a step goes that is moved up or down: past its neighbour, or out of its branch. */
export function neighbour(steps: Step[], id: string, direction: 'up' | 'down'): Place | null {
  const place = placeOf(steps, id)
  if (!place) return null
  const list = [...lists(steps)].find((each) => sameList(each.ref, place))?.steps ?? []
  if (direction === 'up' && place.index > 0) return { ...place, index: place.index - 1 }
  if (direction === 'down' && place.index < list.length - 1) {
    return { ...place, index: place.index + 2 }
  }
  const outer = place.of === null ? undefined : placeOf(steps, place.of)
  return outer ? { ...outer, index: direction === 'up' ? outer.index : outer.index + 1 } : null
}

/** A new step with an id that nobody has. */
export function newStep(steps: Step[], type: StepType, does: Deed = newDeed(type)): Step {
  const base = type === 'conditional_branch' ? 'condition' : type
  const taken = new Set(allSteps(steps).map((step) => step.id))
  let id = base
  for (let number = 2; taken.has(id); number++) id = `${base}-${number}`
  return { id, name: '', goesOn: false, does, rest: {} }
}
