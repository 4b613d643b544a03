import { CopyButton } from './CopyButton'
import styles from './CodeBlock.module.css'

/** A piece of code to copy. */
export function CodeBlock({ code, caption }: { code: string; caption?: string }) {
  return (
    <figure className={styles.block}>
      <figcaption className={styles.caption}>
        <span>{caption}</span>
        <CopyButton text={code} />
      </figcaption>
      {/* Long code scrolls, and what scrolls must be reachable with the keyboard. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <pre className={styles.code} tabIndex={0}>
        <code>{code}</code>
      </pre>
    </figure>
  )
}
