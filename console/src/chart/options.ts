import uPlot from 'uplot'
import { formatShort } from '@/format/numbers'
import { PALETTE, type ChartAxis, type ChartSeries, type ChartShape } from './chartSeries'
import { splitOpenEnd, stack } from './stack'
import { tickLabels, tickSteps } from './ticks'

export interface ChartContent {
  axis: ChartAxis
  series: ChartSeries[]
  shape: ChartShape
  /** The bucket that is not over yet. */
  open: number | null
}

/** What uPlot draws, and which of our series each of its series belongs to. */
interface Drawing {
  data: [number[], ...(number | null)[][]]
  series: uPlot.Series[]
  owners: number[]
}

interface Colors {
  palette: string[]
  ink: string
  grid: string
  surface: string
}

export function colorsOf(element: Element): Colors {
  const style = getComputedStyle(element)
  const variable = (name: string) => style.getPropertyValue(name).trim()
  return {
    palette: Array.from({ length: PALETTE }, (_, index) => variable(`--chart-${index + 1}`)),
    ink: variable('--ink-faint'),
    grid: variable('--chart-grid'),
    surface: variable('--surface'),
  }
}

export function drawing(content: ChartContent, colors: Colors): Drawing {
  return content.shape === 'bar' ? bars(content, colors) : lines(content, colors)
}

function xValues({ axis }: ChartContent): number[] {
  return axis.kind === 'time' ? axis.seconds : axis.labels.map((_, index) => index)
}

const paint = (series: ChartSeries, colors: Colors): string => {
  const color = colors.palette[series.color % PALETTE] ?? colors.ink
  return series.former ? `${color}80` : color
}

function line(series: ChartSeries, colors: Colors, points: number): uPlot.Series {
  const color = paint(series, colors)
  return {
    label: series.label,
    stroke: color,
    width: 2,
    ...(series.former && { dash: [3, 4] }),
    points: { show: points <= 31 && !series.former, size: 6, fill: color, stroke: color },
  }
}

function lines(content: ChartContent, colors: Colors): Drawing {
  const x = xValues(content)
  const drawn: Drawing = { data: [x], series: [{}], owners: [-1] }
  content.series.forEach((series, owner) => {
    const add = (values: (number | null)[], look: uPlot.Series) => {
      drawn.data.push(values)
      drawn.series.push(look)
      drawn.owners.push(owner)
    }
    const look = line(series, colors, x.length)
    if (content.open === null || series.former) return add(series.values, look)
    const { solid, dashed } = splitOpenEnd(series.values, content.open)
    add(dashed, { ...look, dash: [4, 4] })
    add(solid, look)
  })
  return drawn
}

function bars(content: ChartContent, colors: Colors): Drawing {
  const x = xValues(content)
  const drawn: Drawing = { data: [x], series: [{}], owners: [-1] }
  const stacked = stack(content.series)
  const path = uPlot.paths.bars?.({ size: [0.72, 64], radius: 0.08 })
  // The last one is the tallest: drawn first, the others cover its lower part.
  for (let owner = content.series.length - 1; owner >= 0; owner--) {
    const series = content.series[owner]
    if (!series) continue
    drawn.data.push(stacked[owner] ?? [])
    drawn.owners.push(owner)
    drawn.series.push(
      series.former
        ? line(series, colors, x.length)
        : {
            label: series.label,
            fill: paint(series, colors),
            stroke: colors.surface,
            width: content.series.length > 1 ? 1 : 0,
            points: { show: false },
            ...(path && { paths: path }),
          },
    )
  }
  return drawn
}

const FONT = '11px Inter, ui-sans-serif, system-ui, sans-serif'

export function options(
  content: ChartContent,
  drawn: Drawing,
  colors: Colors,
  size: { width: number; height: number },
): uPlot.Options {
  const { axis, shape } = content
  const count = drawn.data[0].length
  const axisLook: uPlot.Axis = { stroke: colors.ink, font: FONT, ticks: { show: false }, gap: 6 }
  return {
    ...size,
    series: drawn.series,
    legend: { show: false },
    padding: [12, 26, 0, 0],
    // Buckets are in the project's wall clock already: they must not be shifted again.
    tzDate: (seconds) => uPlot.tzDate(new Date(seconds * 1000), 'Etc/UTC'),
    focus: { alpha: shape === 'line' && content.series.length > 1 ? 0.35 : 1 },
    cursor: {
      y: false,
      drag: { x: false, y: false },
      focus: { prox: 18 },
      points: { show: shape === 'line', size: 8 },
    },
    scales: {
      x: { time: axis.kind === 'time', range: (_, min, max) => padded(min, max, count, shape) },
      y: { range: (_, min, max) => (max === min ? [Math.min(0, min), max || 1] : wide(min, max)) },
    },
    axes: [
      {
        ...axisLook,
        size: 30,
        grid: { show: false },
        ...(axis.kind === 'category'
          ? {
              splits: () => everyFew(count, size.width),
              values: (_, splits) => splits.map((index) => shorten(axis.labels[index] ?? '')),
            }
          : {
              space: 70,
              incrs: tickSteps(axis.seconds),
              values: (_, splits) => tickLabels(splits),
            }),
      },
      {
        ...axisLook,
        size: 52,
        grid: { stroke: colors.grid, width: 1 },
        ...(areWhole(content) && { incrs: WHOLE_STEPS }),
        values: (_, splits) => splits.map(formatShort),
      },
    ],
  }
}

function padded(min: number, max: number, count: number, shape: ChartShape): [number, number] {
  if (count < 2) return [min - 1, max + 1]
  const bucket = (max - min) / (count - 1)
  return shape === 'bar' ? [min - bucket * 0.6, max + bucket * 0.6] : [min, max]
}

/** Half an event is no tick. */
const WHOLE_STEPS = Array.from({ length: 13 }, (_, power) => 10 ** power).flatMap((unit) => [
  unit,
  2 * unit,
  5 * unit,
])

const areWhole = ({ series }: ChartContent): boolean =>
  series.every((one) => one.values.every((value) => value === null || Number.isInteger(value)))

/** Counts begin at zero: a cut axis makes small changes look large. */
function wide(min: number, max: number): [number, number] {
  return uPlot.rangeNum(Math.min(0, min), Math.max(0, max), {
    min: { pad: min < 0 ? 0.1 : 0, soft: 0, mode: 1 },
    max: { pad: 0.08, soft: 0, mode: 1 },
  }) as [number, number]
}

function everyFew(count: number, width: number): number[] {
  const step = Math.max(1, Math.ceil(count / Math.max(1, Math.floor(width / 90))))
  return Array.from({ length: Math.ceil(count / step) }, (_, index) => index * step)
}

const shorten = (label: string): string => (label.length > 14 ? `${label.slice(0, 13)}…` : label)
