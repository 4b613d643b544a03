import styles from './Loading.module.css'

/** Lines where content will be; invisible for the first moment, so that fast answers do not flicker. */
export function Loading({ lines = 5, label = 'Loading' }: { lines?: number; label?: string }) {
  return (
    <div className={styles.loading} role="status" aria-label={label}>
      {Array.from({ length: lines }, (_, index) => (
        <span
          key={index}
          className={styles.line}
          style={{ width: `${92 - ((index * 37) % 45)}%` }}
        />
      ))}
    </div>
  )
}

/** A thin moving line at the top of something that is being refreshed. */
export function Progress({ active }: { active: boolean }) {
  return <div className={active ? styles.progress : styles.still} aria-hidden="true" />
}
