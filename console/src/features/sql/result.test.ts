import { describe, expect, it } from 'vitest'
import type { TableResult } from '@/api/query'
import { chartOf, suggestChart } from './chartData'
import { columnsOf } from './columns'
import { readSchema } from './schema'

const result = (
  columns: string[],
  types: [string, string][],
  ...results: unknown[][]
): TableResult => ({ columns, types, results })

describe('the columns of a result', () => {
  it('are what the server says', () => {
    const columns = columnsOf(
      result(
        ['day', 'times', 'who'],
        [
          ['day', 'Date'],
          ['times', 'Nullable(UInt64)'],
          ['who', 'String'],
        ],
        [],
      ),
    )
    expect(columns.map((column) => column.kind)).toEqual(['time', 'number', 'text'])
  })

  it('are what is in them when the server does not say', () => {
    const columns = columnsOf(
      result(['a', 'b', 'c', 'd'], [], ['2026-01-01', 3, 'x', null], ['2026-01-02', 4, 'y', null]),
    )
    expect(columns.map((column) => column.kind)).toEqual(['time', 'number', 'text', 'text'])
  })
})

describe('the chart of a result', () => {
  const byDay = result(
    ['times', 'day'],
    [],
    [7, '2026-01-02'],
    [null, '2026-01-03'],
    [5, '2026-01-01'],
  )

  it('is over time, in the order of time', () => {
    const columns = columnsOf(byDay)
    const choice = suggestChart(columns)
    expect(choice).toEqual({ x: 1, y: [0] })
    const { axis, series } = chartOf(byDay, columns, choice!)
    expect(axis.labels).toEqual(['2026-01-01', '2026-01-02', '2026-01-03'])
    expect(series[0]).toMatchObject({ label: 'times', values: [5, 7, null] })
  })

  it('shows the clock that is written, whatever the zone', () => {
    const times = result(['at', 'n'], [], ['2026-01-01T10:00:00+02:00', 1], ['2026-01-01 09:00', 2])
    const { axis } = chartOf(times, columnsOf(times), { x: 0, y: [1] })
    expect(axis).toMatchObject({
      seconds: [Date.UTC(2026, 0, 1, 9) / 1000, Date.UTC(2026, 0, 1, 10) / 1000],
    })
  })

  it('is by category when there is no time, in the order of the rows', () => {
    const byEvent = result(['event', 'times'], [], ['b', 2], ['a', 9])
    const columns = columnsOf(byEvent)
    const { axis, series } = chartOf(byEvent, columns, suggestChart(columns)!)
    expect(axis).toEqual({ kind: 'category', labels: ['b', 'a'] })
    expect(series[0]?.values).toEqual([2, 9])
  })

  it('is not there when nothing can be drawn', () => {
    expect(suggestChart(columnsOf(result(['event'], [], ['a'])))).toBeNull()
    expect(suggestChart([])).toBeNull()
  })
})

it('lists the tables of events and people first', () => {
  const tables = readSchema({
    tables: {
      groups: { fields: {} },
      a_table: { fields: { x: { type: 'integer' } } },
      events: { fields: { event: { type: 'string' }, uuid: 'uuid' } },
    },
  })
  expect(tables.map((table) => table.name)).toEqual(['events', 'groups', 'a_table'])
  expect(tables[0]?.columns).toEqual([
    { name: 'event', type: 'string' },
    { name: 'uuid', type: 'uuid' },
  ])
})
