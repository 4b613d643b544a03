import { useState } from 'react'
import { Icon } from '@/components/Icon'
import { placeOfFrame, type Frame, type SourceLine } from './stack'
import styles from './Stack.module.css'

/** A frame, with the source around it when that is known. */
export function FrameRow({ frame, open: atFirst }: { frame: Frame; open: boolean }) {
  const [open, setOpen] = useState(atFirst)
  const expandable = frame.lines.length > 0 || frame.failure !== ''
  return (
    <li className={frame.inApp ? undefined : styles.library}>
      <button
        type="button"
        className={styles.frame}
        disabled={!expandable}
        aria-expanded={expandable ? open : undefined}
        onClick={() => setOpen(!open)}
      >
        {expandable ? (
          <Icon name={open ? 'chevronDown' : 'chevronRight'} size={12} />
        ) : (
          <span className={styles.noIcon} />
        )}
        <code className={styles.name}>{frame.name || '<anonymous>'}</code>
        <code className={styles.place}>
          <bdi>{placeOfFrame(frame) || 'unknown place'}</bdi>
        </code>
        {frame.failure && !open && (
          <span className={styles.unresolved} title={frame.failure}>
            as delivered
          </span>
        )}
      </button>
      {open && frame.failure && (
        <p className={styles.failure}>
          <Icon name="warning" size={13} />
          {frame.failure}
        </p>
      )}
      {open && frame.lines.length > 0 && <Source lines={frame.lines} />}
    </li>
  )
}

function Source({ lines }: { lines: SourceLine[] }) {
  return (
    // Long lines scroll, and what scrolls must be reachable with the keyboard.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <pre className={styles.source} tabIndex={0}>
      {lines.map((line) => (
        <div key={line.number} className={line.current ? styles.current : ''}>
          <span className={styles.number}>{line.number}</span>
          <code>{line.text || ' '}</code>
        </div>
      ))}
    </pre>
  )
}
