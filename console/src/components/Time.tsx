import { useProject } from '@/app/project'
import { formatAgo, formatInstant, formatMoment, parseInstant } from '@/format/times'

interface TimeProps {
  value: unknown
  look?: 'moment' | 'ago' | 'full'
}

/** An instant in the project's time zone; the other ways to write it are in the tooltip. */
export function Time({ value, look = 'moment' }: TimeProps) {
  const { timezone } = useProject()
  const date = parseInstant(value)
  if (!date) return <span>–</span>
  const now = new Date()
  const full = formatInstant(date, timezone)
  const text =
    look === 'full'
      ? full
      : look === 'ago'
        ? formatAgo(date, now)
        : formatMoment(date, timezone, now)
  const other = look === 'ago' ? full : formatAgo(date, now)
  return (
    <time dateTime={date.toISOString()} title={`${other} (${timezone})`}>
      {text}
    </time>
  )
}
