import { text } from '@/hogql/rows'
import styles from './Filters.module.css'

/** A condition that the editor has no words for. */
export function Kept({ condition }: { condition: unknown }) {
  return (
    <p className={styles.kept}>
      Also, and kept as it is: <code>{text(condition)}</code>
    </p>
  )
}
