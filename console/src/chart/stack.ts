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
      return sum
    })
  })
}

/** A line whose last bucket is not over, as a solid part and a dashed end. */
export function splitOpenEnd(values: Values): { solid: Values; open: Values } {
  const last = values.length - 1
  return {
    solid: values.map((value, index) => (index === last && last > 0 ? null : value)),
    open: values.map((value, index) => (index >= last - 1 && last > 0 ? value : null)),
  }
}
