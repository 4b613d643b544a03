import { describe, expect, it } from 'vitest'
import { firstToRead, runsOf, stackText } from './folded'
import { exceptionsOf, placeOfFrame, type Frame } from './stack'

const resolved = {
  platform: 'web:javascript',
  mangled_name: 't',
  resolved_name: 'applyCoupon',
  source: 'src/coupon.ts',
  line: 7,
  column: 21,
  in_app: true,
  resolved: true,
  context: {
    before: [{ number: 6, line: 'before' }],
    line: { number: 7, line: 'total.x' },
    after: [{ number: 8, line: 'after' }],
  },
}
const read = (...frames: unknown[]): Frame[] =>
  exceptionsOf({ $exception_list: [{ type: 'E', value: '', stacktrace: { frames } }] })[0]!.frames

describe('the exceptions of an event', () => {
  it('come in the order they were sent: the outermost first, its causes after it', () => {
    const list = [
      { type: 'CheckoutError', value: 'failed', mechanism: { handled: false, type: 'middleware' } },
      { type: 'TypeError', value: 'x is undefined', mechanism: { handled: true } },
    ]
    const chain = exceptionsOf({ $exception_list: list })
    expect(chain.map(({ type, value, handled }) => [type, value, handled])).toEqual([
      ['CheckoutError', 'failed', false],
      ['TypeError', 'x is undefined', true],
    ])
    expect(chain[0]?.mechanism).toBe('middleware')
  })

  it('are the same whether the list is JSON or a text of JSON', () => {
    const list = [{ type: 'E', value: 'v', stacktrace: { frames: [resolved] } }]
    expect(exceptionsOf({ $exception_list: JSON.stringify(list) })).toEqual(
      exceptionsOf({ $exception_list: list }),
    )
    expect(exceptionsOf({ $exception_list: '[cut' })).toEqual([])
  })

  it('do not claim to be handled when the SDK did not say', () => {
    expect(exceptionsOf({ $exception_list: [{ type: 'E' }] })[0]?.handled).toBeNull()
  })

  it('are read from the properties of old SDKs', () => {
    expect(exceptionsOf({ $exception_message: 'broken' })).toEqual([
      { type: 'Error', value: 'broken', handled: null, mechanism: '', frames: [] },
    ])
    expect(exceptionsOf({ other: 1 })).toEqual([])
  })
})

describe('a frame', () => {
  it('is where the code was written, with the lines around it', () => {
    const [frame] = read(resolved)
    expect(frame).toMatchObject({ name: 'applyCoupon', inApp: true, failure: '' })
    expect(placeOfFrame(frame!)).toBe('src/coupon.ts:7:21')
    expect(frame?.lines).toEqual([
      { number: 6, text: 'before', current: false },
      { number: 7, text: 'total.x', current: true },
      { number: 8, text: 'after', current: false },
    ])
  })

  it('is read as the SDK sent it where nothing resolved it', () => {
    const [frame] = read({
      function: 'pay',
      filename: 'shop/pay.py',
      lineno: 12,
      pre_context: ['a', 'b'],
      context_line: 'c',
      post_context: ['d'],
    })
    expect(placeOfFrame(frame!)).toBe('shop/pay.py:12')
    expect(frame?.lines.map(({ number, text, current }) => [number, text, current])).toEqual([
      [10, 'a', false],
      [11, 'b', false],
      [12, 'c', true],
      [13, 'd', false],
    ])
  })

  it('says why it could not be resolved', () => {
    const failure = 'No source map was uploaded'
    const sent = { ...resolved, resolved: false, resolved_name: null, resolve_failure: failure }
    expect(read(sent)[0]).toMatchObject({ name: 't', failure })
    expect(read({ ...sent, resolved: true })[0]?.failure).toBe('')
  })

  it('has no number where the SDK sent none', () => {
    expect(placeOfFrame(read({ source: 'a.js', line: null })[0]!)).toBe('a.js')
    expect(placeOfFrame(read({})[0]!)).toBe('')
  })
})

describe('a stack', () => {
  const frame = (name: string, inApp: boolean, line: object = {}) => ({
    ...resolved,
    context: undefined,
    resolved_name: name,
    in_app: inApp,
    ...line,
  })

  it('begins where it was thrown', () => {
    const names = read(frame('main', true), frame('thrown', true)).map(({ name }) => name)
    expect(names).toEqual(['thrown', 'main'])
  })

  it('folds the frames of libraries, and keeps their place between the others', () => {
    const frames = read(
      frame('a', true),
      frame('lib1', false),
      frame('lib2', false),
      frame('b', true),
    )
    expect(runsOf(frames).map((run) => [run.inApp, run.frames.map(({ name }) => name)])).toEqual([
      [true, ['b']],
      [false, ['lib2', 'lib1']],
      [true, ['a']],
    ])
  })

  it('is first read where the owner’s code is known', () => {
    const frames = read(
      frame('with source', true, { context: resolved.context }),
      frame('own', true),
      frame('lib', false, { context: resolved.context }),
    )
    expect(firstToRead(frames)?.name).toBe('with source')
    expect(firstToRead(read(frame('own', true), frame('lib', false)))?.name).toBe('own')
    expect(firstToRead(read(frame('lib', false)))?.name).toBe('lib')
    expect(firstToRead([])).toBeUndefined()
  })

  it('is a text to paste, with its causes', () => {
    const exceptions = exceptionsOf({
      $exception_list: [
        { type: 'CheckoutError', value: 'failed', stacktrace: { frames: [resolved] } },
        { type: 'TypeError', value: '', stacktrace: { frames: [{ lineno: 3 }] } },
      ],
    })
    expect(stackText(exceptions)).toBe(`CheckoutError: failed
    at applyCoupon (src/coupon.ts:7:21)
Caused by: TypeError
    at <anonymous> (3)`)
  })
})
