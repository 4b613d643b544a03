import type { ChartSeries, ChartShape } from './chartSeries'
import { stack } from './stack'

/** Which series a click at a height means: the bar it is in, or the line it is nearest to. */
export function nearest(
  series: ChartSeries[],
  shape: ChartShape,
  bucket: number,
  height: number,
): number | null {
  return shape === 'bar' ? barAt(series, bucket, height) : lineNear(series, bucket, height)
}

function barAt(series: ChartSeries[], bucket: number, height: number): number | null {
  const tops = stack(series)
  const found = series.findIndex((one, index) => {
    const top = tops[index]?.[bucket] ?? null
    return !one.former && top !== null && (one.values[bucket] ?? 0) > 0 && height <= top
  })
  return found < 0 ? onlyBar(series, bucket) : found
}

/** Above a bar that stands alone nothing else can be meant. */
function onlyBar(series: ChartSeries[], bucket: number): number | null {
  const bars = series.filter((one) => !one.former)
  const [bar] = bars
  return bars.length === 1 && bar && (bar.values[bucket] ?? 0) > 0 ? series.indexOf(bar) : null
}

function lineNear(series: ChartSeries[], bucket: number, height: number): number | null {
  let best: { index: number; distance: number } | null = null
  series.forEach((one, index) => {
    const value = one.values[bucket]
    if (value === null || value === undefined) return
    const distance = Math.abs(value - height)
    if (!best || distance < best.distance) best = { index, distance }
  })
  return (best as { index: number } | null)?.index ?? null
}
