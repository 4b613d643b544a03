import type { WorkflowAction, WorkflowEdge } from '@/api/workflows'
import { readAction, writeAction } from './action'
import type { Step } from './step'

const TRIGGER = 'trigger'

interface Ways {
  next: string
  branches: string[]
}

/**
 * The steps of a stored graph, one below the other with conditions that part and meet again; null
 * for a graph of another form, which only the API can make.
 */
export function readGraph(actions: WorkflowAction[], edges: WorkflowEdge[]): Step[] | null {
  const byId = new Map(actions.map((action) => [action.id, action]))
  const ways = new Map<string, Ways>()
  const waysOf = (id: string): Ways => {
    const known = ways.get(id) ?? { next: '', branches: [] }
    ways.set(id, known)
    return known
  }
  for (const edge of edges) {
    if (edge.type === 'branch') waysOf(edge.from).branches[edge.index ?? 0] = edge.to
    else waysOf(edge.from).next = edge.to
  }
  const always = alwaysPassed(byId, waysOf)
  const seen = new Set<string>()
  let drawable = true

  const list = (from: string, stop: string): Step[] => {
    const steps: Step[] = []
    let id = from
    while (id !== '' && id !== stop) {
      const action = byId.get(id)
      if (!action || seen.has(id)) {
        drawable = false
        return steps
      }
      seen.add(id)
      const step = readAction(action)
      steps.push(step)
      id = waysOf(id).next
      if (step.does.type === 'exit') return steps
      if (step.does.type === 'conditional_branch') {
        const targets = step.does.branches.map((_, way) => waysOf(step.id).branches[way] ?? '')
        const meeting = common([...targets, id].map(always))[0] ?? ''
        step.does.branches.forEach((branch, way) => {
          branch.steps = list(targets[way] ?? '', meeting)
        })
        step.does.otherwise = list(id, meeting)
        id = meeting
      }
    }
    return steps
  }

  const steps = list(waysOf(TRIGGER).next, '')
  return drawable && seen.size === byId.size ? steps : null
}

/**
 * What a run passes on every way from a step to its end, in order, the end itself ('') last; null
 * where no way leads to the end because all stop at an exit.
 */
function alwaysPassed(actions: Map<string, WorkflowAction>, waysOf: (id: string) => Ways) {
  const known = new Map<string, string[] | null>([['', ['']]])
  const passed = (id: string): string[] | null => {
    const before = known.get(id)
    if (before !== undefined) return before
    // A circle, which the API refuses, must not go on for ever here.
    known.set(id, null)
    const action = actions.get(id)
    const found = !action || action.type === 'exit' ? null : onward(action)
    known.set(id, found)
    return found
  }
  const onward = (action: WorkflowAction): string[] | null => {
    const { next, branches } = waysOf(action.id)
    const conditions = action.config?.['conditions']
    const count = Array.isArray(conditions) ? conditions.length : 0
    const targets = Array.from({ length: count }, (_, way) => branches[way] ?? '')
    const rest = common([...targets, next].map(passed))
    return rest.length === 0 ? null : [action.id, ...rest]
  }
  return passed
}

/** What all of them pass, in order; those that never end do not count. */
function common(ways: (string[] | null)[]): string[] {
  const [first = [], ...others] = ways.filter((way) => way !== null)
  return first.filter((id) => others.every((other) => other.includes(id)))
}

interface Graph {
  actions: WorkflowAction[]
  edges: WorkflowEdge[]
}

/** The graph as the API takes it. The order of its actions is that of `allSteps`. */
export function writeGraph(steps: Step[]): Graph {
  const graph: Graph = { actions: [], edges: [] }
  const edge = (from: string, to: string, more: Partial<WorkflowEdge> = {}) => {
    if (to !== '') graph.edges.push({ from, to, ...more })
  }
  const list = (own: Step[], after: string) => {
    own.forEach((step, index) => {
      const next = own[index + 1]?.id ?? after
      graph.actions.push(writeAction(step))
      if (step.does.type === 'conditional_branch') {
        step.does.branches.forEach((branch, way) => {
          edge(step.id, branch.steps[0]?.id ?? next, { type: 'branch', index: way })
          list(branch.steps, next)
        })
        edge(step.id, step.does.otherwise[0]?.id ?? next)
        list(step.does.otherwise, next)
      } else if (step.does.type !== 'exit') {
        edge(step.id, next)
      }
    })
  }
  edge(TRIGGER, steps[0]?.id ?? '')
  list(steps, '')
  return graph
}
