import { useEffect, useRef, useState } from 'react'
import uPlot from 'uplot'
import 'uplot/dist/uPlot.min.css'
import { useTheme } from '@/app/theme'
import { ChartTooltip, type Hover } from './ChartTooltip'
import { colorsOf, drawing, options, type ChartContent } from './options'
import { nearest } from './nearest'
import styles from './SeriesChart.module.css'

interface SeriesChartProps extends ChartContent {
  label: string
  /** A click on a point: the number of the series and of the bucket. */
  onPoint?: ((series: number, bucket: number) => void) | undefined
}

/** Lines or stacked bars on a canvas, with a tooltip. */
export function SeriesChart({ label, onPoint, axis, series, shape, open }: SeriesChartProps) {
  const frame = useRef<HTMLDivElement>(null)
  const click = useRef(onPoint)
  const theme = useTheme()
  const [hover, setHover] = useState<Hover | null>(null)
  useEffect(() => {
    click.current = onPoint
  })

  useEffect(() => {
    const element = frame.current
    if (!element) return
    const content: ChartContent = { axis, series, shape, open }
    const colors = colorsOf(element)
    const drawn = drawing(content, colors)
    const sizeOf = () => ({ width: element.clientWidth, height: element.clientHeight })
    let focused: number | null = null
    let index: number | null = null
    const tell = (plot: uPlot) => {
      const { left = -1, top = 0, idx = null } = plot.cursor
      index = left < 0 ? null : idx
      setHover(
        index === null
          ? null
          : { index, focused, left: left + plot.bbox.left / devicePixelRatio, top },
      )
    }
    const plot = new uPlot(
      {
        ...options(content, drawn, colors, sizeOf()),
        hooks: {
          setCursor: [tell],
          setSeries: [
            (current, seriesIndex) => {
              focused = seriesIndex === null ? null : (drawn.owners[seriesIndex] ?? null)
              tell(current)
            },
          ],
        },
      },
      drawn.data,
      element,
    )
    const clicked = () => {
      if (index === null) return
      const y = plot.posToVal(plot.cursor.top ?? 0, 'y')
      const pointed = shape === 'line' ? focused : null
      const chosen = pointed ?? nearest(series, shape, index, y)
      if (chosen !== null) click.current?.(chosen, index)
    }
    plot.over.addEventListener('click', clicked)
    const observer = new ResizeObserver(() => plot.setSize(sizeOf()))
    observer.observe(element)
    return () => {
      observer.disconnect()
      plot.destroy()
      setHover(null)
    }
  }, [axis, series, shape, open, theme])

  return (
    <div className={`${styles.chart} ${onPoint ? styles.clickable : ''}`}>
      <div ref={frame} className={styles.canvas} role="img" aria-label={label} />
      {hover && (
        <ChartTooltip
          hover={hover}
          title={axis.labels[hover.index] ?? ''}
          series={series}
          open={hover.index === open}
          hint={onPoint ? 'Click to see who is behind it' : null}
        />
      )}
    </div>
  )
}
