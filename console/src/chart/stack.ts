import type { ChartSeries } from './chartSeries'

type Values = (number | null)[]

/** Each series lifted by those before it, so that bars drawn from the last to the first are stacked. */
export function stack(series: ChartSeries[]): Values[] {
  const sums: number[] = []
  return series.map((one) => {
    if (one.former) return one.values
    return one.values.map((value, index) => {
      const sum = (sums[index] ?? 0) + (value ?? 0)
      sums[index] = sum
      // Nothing has no bar, not even a line as thin as nothing.
      return value ? sum : null
    })
  })
}

/** A line with a bucket that is not over, as a solid part and a dashed end. */
export function splitOpenEnd(values: Values, open: number): { solid: Values; dashed: Values } {
  return {
    solid: values.map((value, index) => (index >= open && open > 0 ? null : value)),
    dashed: values.map((value, index) => (index >= open - 1 && open > 0 ? value : null)),
  }
}
