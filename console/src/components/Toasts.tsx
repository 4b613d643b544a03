import { Icon } from './Icon'
import { useToasts } from './toast'
import styles from './Toasts.module.css'

export function Toasts() {
  const toasts = useToasts()
  return (
    <div className={styles.corner} aria-live="polite">
      {toasts.map((toast) => (
        <div key={toast.id} className={`${styles.toast} ${styles[toast.tone]}`}>
          <Icon name={toast.tone === 'good' ? 'check' : 'warning'} />
          {toast.text}
        </div>
      ))}
    </div>
  )
}
