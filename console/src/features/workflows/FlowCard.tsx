import { Button } from '@/components/Button'
import { Icon } from '@/components/Icon'
import type { IconName } from '@/components/icons'
import styles from './Flow.module.css'

interface FlowCardProps {
  icon: IconName
  look: string
  /** What kind of step it is. */
  kind: string
  title: string
  line: string
  chosen: boolean
  problem: string | undefined
  faded?: boolean
  onChoose: () => void
  onUp?: (() => void) | null
  onDown?: (() => void) | null
  onRemove?: () => void
  /** Dragging begins or ends. */
  onDrag?: (begins: boolean) => void
}

export function FlowCard(props: FlowCardProps) {
  const { icon, look, kind, title, line, chosen, problem, faded = false, onChoose, onDrag } = props
  const classes = [
    styles.card,
    styles[look],
    chosen && styles.chosen,
    problem && styles.wrong,
    faded && styles.faded,
  ]
  return (
    // Dragging is the mouse's way of what the arrow buttons do.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div
      className={classes.filter(Boolean).join(' ')}
      draggable={onDrag !== undefined}
      onDragStart={(event) => {
        event.dataTransfer.effectAllowed = 'move'
        event.dataTransfer.setData('text/plain', title)
        onDrag?.(true)
      }}
      onDragEnd={() => onDrag?.(false)}
    >
      <button type="button" className={styles.face} aria-pressed={chosen} onClick={onChoose}>
        <span className={styles.icon}>
          <Icon name={icon} />
        </span>
        <span className={styles.texts}>
          <span className={styles.kind}>{kind}</span>
          <span className={styles.title}>{title}</span>
          <span className={styles.line} title={line}>
            {line}
          </span>
          {problem && (
            <span className={styles.problem} role="alert">
              {problem}
            </span>
          )}
        </span>
      </button>
      {props.onRemove && (
        <span className={styles.tools}>
          <Button
            look="quiet"
            icon="chevronUp"
            aria-label={`Move ${title} up`}
            disabled={!props.onUp}
            onClick={props.onUp ?? undefined}
          />
          <Button
            look="quiet"
            icon="chevronDown"
            aria-label={`Move ${title} down`}
            disabled={!props.onDown}
            onClick={props.onDown ?? undefined}
          />
          <Button
            look="quiet"
            icon="trash"
            aria-label={`Remove ${title}`}
            onClick={props.onRemove}
          />
        </span>
      )}
    </div>
  )
}
