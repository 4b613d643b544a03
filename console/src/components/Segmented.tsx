import { Icon } from './Icon'
import type { IconName } from './icons'
import styles from './Segmented.module.css'

export interface Segment<T extends string> {
  value: T
  label: string
  icon?: IconName
}

interface SegmentedProps<T extends string> {
  label: string
  value: T
  segments: readonly Segment<T>[]
  onChange: (value: T) => void
  /** Shows only the icons; the labels stay as names and tooltips. */
  compact?: boolean
}

/** One of a few, all in sight. */
export function Segmented<T extends string>({
  label,
  value,
  segments,
  onChange,
  compact = false,
}: SegmentedProps<T>) {
  return (
    <span role="group" aria-label={label} className={styles.group}>
      {segments.map((segment) => (
        <button
          key={segment.value}
          type="button"
          aria-pressed={segment.value === value}
          title={segment.label}
          aria-label={segment.label}
          className={styles.segment}
          onClick={() => onChange(segment.value)}
        >
          {segment.icon && <Icon name={segment.icon} size={14} />}
          {!compact && segment.label}
        </button>
      ))}
    </span>
  )
}
