/** A line or a bar for each x. */
export interface ChartSeries {
  id: string
  label: string
  /** A number of the palette, from 0. */
  color: number
  values: (number | null)[]
  /** The period before: drawn quieter, and never stacked onto the present one. */
  former?: boolean
}

export type ChartAxis =
  /** Seconds since 1970 of the wall clock, as if it were UTC. */
  { kind: 'time'; seconds: number[]; labels: string[] } | { kind: 'category'; labels: string[] }

export type ChartShape = 'line' | 'bar'

export const PALETTE = 10

export const colorVariable = (color: number): string => `var(--chart-${(color % PALETTE) + 1})`
