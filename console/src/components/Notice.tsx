import type { ReactNode } from 'react'
import { messageOf } from '@/api/errors'
import { Button } from './Button'
import { Icon } from './Icon'
import styles from './Notice.module.css'

interface NoticeProps {
  tone: 'bad' | 'warn' | 'good'
  children: ReactNode
  action?: ReactNode
}

export function Notice({ tone, children, action }: NoticeProps) {
  return (
    <div role={tone === 'bad' ? 'alert' : 'status'} className={`${styles.notice} ${styles[tone]}`}>
      <Icon name={tone === 'good' ? 'check' : 'warning'} />
      <div className={styles.text}>{children}</div>
      {action}
    </div>
  )
}

/** What went wrong, in the server's words, and a way to try again. */
export function ErrorNotice({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  return (
    <Notice
      tone="bad"
      action={
        onRetry && (
          <Button look="quiet" icon="refresh" onClick={onRetry}>
            Try again
          </Button>
        )
      }
    >
      {messageOf(error)}
    </Notice>
  )
}
