import { describe, expect, it } from 'vitest'
import { toCsv, toTabs } from './csv'

describe('a result as CSV', () => {
  it('has its columns first and a line for each row', () => {
    expect(
      toCsv(
        ['event', 'times'],
        [
          ['a', 1],
          ['b', null],
        ],
      ),
    ).toBe('event,times\r\na,1\r\nb,\r\n')
  })

  it('quotes what would break a line', () => {
    expect(toCsv(['c'], [['a,b'], ['say "hi"'], ['two\nlines'], [{ x: 1 }]])).toBe(
      'c\r\n"a,b"\r\n"say ""hi"""\r\n"two\nlines"\r\n"{""x"":1}"\r\n',
    )
  })

  it('never becomes a formula', () => {
    expect(toCsv(['c'], [['=HYPERLINK("x")'], ['@a'], [-3]])).toBe(
      'c\r\n"\'=HYPERLINK(""x"")"\r\n\'@a\r\n-3\r\n',
    )
  })
})

it('copies as lines of tabs', () => {
  expect(toTabs(['a', 'b'], [['x\ty', 2]])).toBe('a\tb\nx y\t2')
})
