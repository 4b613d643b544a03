import styles from './Sparkline.module.css'

interface SparklineProps {
  label: string
  values: number[]
}

const BAR = 5
const GAP = 1
const HEIGHT = 26

/** A course over time as small bars, to compare rows at a glance. */
export function Sparkline({ label, values }: SparklineProps) {
  const most = Math.max(1, ...values)
  const width = values.length * (BAR + GAP)
  return (
    <svg
      role="img"
      aria-label={label}
      className={styles.sparkline}
      viewBox={`0 0 ${width} ${HEIGHT}`}
      width={width}
      height={HEIGHT}
    >
      {values.map((value, index) => {
        const height = barHeight(value, most)
        return (
          <rect
            key={index}
            x={index * (BAR + GAP)}
            y={HEIGHT - height}
            width={BAR}
            height={height}
            className={value > 0 ? styles.bar : styles.none}
          />
        )
      })}
    </svg>
  )
}

/** One of many thousands still shows; nothing is a thin line. */
const barHeight = (value: number, most: number): number =>
  value <= 0 ? 1 : Math.max(2.5, (value / most) * HEIGHT)
