import { CopyButton } from '@/components/CopyButton'
import { Badge } from '@/components/Badge'
import { stackText } from './folded'
import type { Exception } from './stack'
import { StackTrace } from './StackTrace'
import styles from './Stack.module.css'

/** All exceptions of an event: what was thrown, and what had caused it. */
export function ExceptionChain({ exceptions }: { exceptions: Exception[] }) {
  if (exceptions.length === 0) return <p>This event carries no exception.</p>
  return (
    <div className={styles.chain}>
      {exceptions.map((exception, index) => (
        <article key={index} className={styles.exception}>
          <header className={styles.head}>
            <div className={styles.thrown}>
              {index > 0 && <span className={styles.cause}>Caused by</span>}
              <h3>{exception.type}</h3>
              <Handled exception={exception} />
            </div>
            {index === 0 && <CopyButton text={stackText(exceptions)} label="Copy the stack" />}
            {exception.value && <p className={styles.message}>{exception.value}</p>}
          </header>
          <StackTrace frames={exception.frames} />
        </article>
      ))}
    </div>
  )
}

function Handled({ exception: { handled, mechanism } }: { exception: Exception }) {
  if (handled === null) return null
  const by = mechanism && mechanism !== 'generic' ? `Reported by ${mechanism}` : undefined
  return (
    <Badge tone={handled ? 'plain' : 'bad'} title={by}>
      {handled ? 'handled' : 'unhandled'}
    </Badge>
  )
}
