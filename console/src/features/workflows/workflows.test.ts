import { describe, expect, it } from 'vitest'
import { ApiError } from '@/api/errors'
import type { Workflow, WorkflowAction, WorkflowEdge } from '@/api/workflows'
import { fromDraft, newDraft, newEvent, toDraft } from './draft'
import { readGraph, writeGraph } from './graph'
import { problemOf, problems, refused } from './problems'
import { newBranch, type Step } from './step'
import { starts } from './templates'
import {
  allSteps,
  canMove,
  findStep,
  insertStep,
  main,
  moveStep,
  neighbour,
  newStep,
  placeOf,
  removeStep,
} from './tree'
import { withValue } from './variables'

const leaf = (id: string): Step => ({
  id,
  name: id,
  goesOn: false,
  does: { type: 'delay', amount: '5', unit: 'm' },
  rest: {},
})

const condition = (id: string, yes: Step[], no: Step[]): Step => ({
  ...leaf(id),
  does: {
    type: 'conditional_branch',
    branches: [
      {
        filters: [{ type: 'event', key: 'revenue', operator: 'gt', value: ['9'] }],
        kept: [],
        steps: yes,
      },
    ],
    otherwise: no,
  },
})

const sample = [
  leaf('a'),
  condition('if', [leaf('b'), condition('deep', [leaf('c')], [])], [leaf('d')]),
  leaf('e'),
]

const ids = (steps: Step[]) => allSteps(steps).map((step) => step.id)

describe('the graph of a workflow', () => {
  it('is drawn as it was written, however conditions are nested', () => {
    for (const steps of [
      sample,
      [leaf('a')],
      [condition('if', [], [])],
      [condition('if', [leaf('a')], []), leaf('b')],
      [condition('if', [], [leaf('a')]), condition('or', [leaf('b')], [leaf('c')])],
      [condition('one', [condition('two', [condition('three', [], [leaf('x')])], [])], [])],
    ]) {
      const { actions, edges } = writeGraph(steps)
      expect(readGraph(actions, edges)).toEqual(steps)
    }
  })

  it('leads every way on to where the ways meet', () => {
    expect(writeGraph(sample).edges).toEqual([
      { from: 'trigger', to: 'a' },
      { from: 'a', to: 'if' },
      { from: 'if', to: 'b', type: 'branch', index: 0 },
      { from: 'b', to: 'deep' },
      { from: 'deep', to: 'c', type: 'branch', index: 0 },
      { from: 'c', to: 'e' },
      { from: 'deep', to: 'e' },
      { from: 'if', to: 'd' },
      { from: 'd', to: 'e' },
    ])
  })

  it('goes on below a condition of which one way ends the run', () => {
    const actions: WorkflowAction[] = [
      { id: 'if', type: 'conditional_branch', config: { conditions: [{ filters: {} }] } },
      { id: 'end', type: 'exit' },
      { id: 'mail', type: 'email', config: {} },
    ]
    const edges: WorkflowEdge[] = [
      { from: 'trigger', to: 'if' },
      { from: 'if', to: 'end', type: 'branch', index: 0 },
      { from: 'if', to: 'mail' },
    ]
    const steps = readGraph(actions, edges)
    expect(steps?.map((step) => step.id)).toEqual(['if', 'mail'])
    expect(writeGraph(steps ?? []).edges).toEqual(edges)
  })

  it('is not drawn when ways of different conditions meet', () => {
    const when = { filters: {} }
    const actions: WorkflowAction[] = [
      { id: 'one', type: 'conditional_branch', config: { conditions: [when] } },
      { id: 'two', type: 'conditional_branch', config: { conditions: [when] } },
      { id: 'x', type: 'delay', config: { delay_duration: '1h' } },
      { id: 'y', type: 'delay', config: { delay_duration: '1h' } },
    ]
    const edges: WorkflowEdge[] = [
      { from: 'trigger', to: 'one' },
      { from: 'one', to: 'two', type: 'branch', index: 0 },
      { from: 'one', to: 'x' },
      { from: 'two', to: 'x', type: 'branch', index: 0 },
      { from: 'two', to: 'y' },
    ]
    expect(readGraph(actions, edges)).toBeNull()
  })

  it('does not hang on a circle', () => {
    const actions: WorkflowAction[] = [
      { id: 'a', type: 'delay', config: {} },
      { id: 'b', type: 'delay', config: {} },
    ]
    const edges = [
      { from: 'trigger', to: 'a' },
      { from: 'a', to: 'b' },
      { from: 'b', to: 'a' },
    ]
    expect(readGraph(actions, edges)).toBeNull()
  })
})

describe('steps', () => {
  it('are put anywhere, and get ids of their own', () => {
    const step = newStep(sample, 'webhook')
    const more = insertStep(sample, { of: 'deep', way: 'otherwise', index: 0 }, step)
    expect(ids(more)).toEqual(['a', 'if', 'b', 'deep', 'c', 'webhook', 'd', 'e'])
    expect(newStep(more, 'webhook').id).toBe('webhook-2')
    expect(ids(sample)).toHaveLength(7)
  })

  it('are removed with all inside them', () => {
    expect(ids(removeStep(sample, 'if'))).toEqual(['a', 'e'])
    expect(ids(removeStep(sample, 'c'))).toEqual(['a', 'if', 'b', 'deep', 'd', 'e'])
    expect(removeStep(sample, 'nobody')).toBe(sample)
  })

  it('are moved past each other and into and out of ways', () => {
    expect(ids(moveStep(sample, 'a', { ...main, index: 3 }))).toEqual([
      'if',
      'b',
      'deep',
      'c',
      'd',
      'e',
      'a',
    ])
    const inside = moveStep(sample, 'e', { of: 'if', way: 'otherwise', index: 0 })
    expect(placeOf(inside, 'e')).toEqual({ of: 'if', way: 'otherwise', index: 0 })
    const up = neighbour(inside, 'e', 'up')
    expect(up).toEqual({ ...main, index: 1 })
    expect(ids(moveStep(inside, 'e', up ?? { ...main, index: 0 }))).toEqual([
      'a',
      'e',
      'if',
      'b',
      'deep',
      'c',
      'd',
    ])
  })

  it('never go into themselves, and the ends have no further neighbour', () => {
    expect(canMove(sample, 'if', { of: 'deep', way: 0, index: 0 })).toBe(false)
    expect(canMove(sample, 'a', { ...main, index: 1 })).toBe(false)
    expect(moveStep(sample, 'if', { of: 'deep', way: 0, index: 0 })).toBe(sample)
    expect(neighbour(sample, 'a', 'up')).toBeNull()
    expect(neighbour(sample, 'e', 'down')).toBeNull()
    expect(neighbour(sample, 'a', 'down')).toEqual({ ...main, index: 2 })
  })
})

describe('a workflow that is edited', () => {
  const workflow: Workflow = {
    id: 1,
    name: 'Thanks',
    description: '',
    status: 'active',
    trigger: {
      type: 'event',
      filters: {
        events: [
          {
            id: 'purchase',
            properties: [
              { type: 'event', key: 'price', operator: 'gt', value: '10' },
              { type: 'event', key: 'at', operator: 'is_date_before', value: '2026-01-01' },
            ],
          },
        ],
        properties: [{ type: 'person', key: 'plan', operator: 'exact', value: ['pro'] }],
      },
    },
    actions: [
      {
        id: 'hook',
        type: 'webhook',
        name: 'Tell',
        on_error: 'continue',
        config: {
          method: 'PUT',
          url: 'https://example.com/',
          headers: { 'X-Key': '1' },
          body: '{}',
        },
        note: 'kept',
      },
    ],
    edges: [{ from: 'trigger', to: 'hook' }],
    version: 1,
    created_at: '',
    updated_at: '',
  }

  it('keeps what the editor does not know', () => {
    const draft = toDraft(workflow)
    expect(draft?.events[0]?.kept).toHaveLength(1)
    const written = draft && fromDraft(draft)
    expect(written?.trigger).toEqual(workflow.trigger)
    expect(written?.actions).toEqual(workflow.actions)
    expect(written?.edges).toEqual(workflow.edges)
  })

  it('says at each step what is missing', () => {
    const webhook = newStep([], 'webhook')
    const draft = {
      ...newDraft,
      name: 'x',
      events: [newEvent('purchase')],
      steps: [
        webhook,
        { ...leaf('wait'), does: { ...leaf('wait').does, amount: 'soon' } as never },
      ],
    }
    const found = problems(draft)
    expect(found.map((one) => `${one.where} ${one.field}`)).toEqual([
      'webhook url',
      'wait delay_duration',
    ])
    expect(problems(newDraft).map((one) => one.where)).toEqual(['workflow', 'trigger', 'workflow'])
  })

  it('shows what the API refused at the step that the API means', () => {
    const draft = { ...newDraft, steps: sample }
    const says = (attr: string) =>
      refused(new ApiError(400, 'invalid', 'Line 2, column 7', attr, {}), draft)
    const order = writeGraph(sample).actions.map((action) => action.id)
    for (const [index, id] of order.entries()) {
      expect(says(`actions__${index}__config__url`)).toEqual([
        { where: id, field: 'url', message: 'Line 2, column 7' },
      ])
    }
    expect(says('actions__0__config__headers__X-Key')[0]?.field).toBe('headers')
    expect(says('actions__1__config__conditions__0__filters__properties')[0]).toMatchObject({
      where: 'if',
      field: 'conditions',
    })
    expect(says('trigger__filters__events__0__properties')[0]?.where).toBe('trigger')
    expect(says('edges')[0]).toMatchObject({ where: 'workflow', field: 'edges' })
    expect(problemOf(says('name'), 'workflow', 'name')).toBe('Line 2, column 7')
    expect(refused(new Error('down'), draft)).toEqual([])
  })

  it('begins with templates that lack only what their owner knows', () => {
    for (const start of starts) {
      const fields = problems(start.draft).map((one) => one.field)
      expect(fields.every((field) => ['url', 'from'].includes(field))).toBe(true)
      const { actions = [], edges = [] } = fromDraft(start.draft)
      expect(readGraph(actions, edges)).toEqual(start.draft.steps)
    }
  })

  it('gives a new condition a way that asks for its filter', () => {
    const step = newStep([], 'conditional_branch')
    expect(step.does).toMatchObject({ branches: [newBranch()], otherwise: [] })
    expect(findStep([step], 'condition')).toBe(step)
  })
})

describe('a value in a template', () => {
  it('is put where the caret is, or in place of what is marked', () => {
    expect(withValue('Hi !', 3, 3, 'person.properties.name')).toEqual({
      text: 'Hi {person.properties.name}!',
      caret: 27,
    })
    expect(withValue('Hi you!', 3, 6, 'run.id').text).toBe('Hi {run.id}!')
  })
})
