import { useId, type FormEvent, type ReactNode } from 'react'
import { Button } from './Button'
import { Dialog } from './Dialog'
import styles from './Dialog.module.css'
import { ErrorNotice } from './Notice'

interface FormDialogProps {
  title: string
  /** What the button says that sends it. */
  submit: string
  /** Whether all that is needed was written. */
  ready: boolean
  busy: boolean
  error: Error | null
  onSubmit: () => void
  onClose: () => void
  children: ReactNode
}

/** A dialog of a few fields that are sent together. */
export function FormDialog(props: FormDialogProps) {
  const { title, submit, ready, busy, error, onSubmit, onClose, children } = props
  const id = useId()
  const send = (event: FormEvent) => {
    event.preventDefault()
    if (ready && !busy) onSubmit()
  }
  return (
    <Dialog
      title={title}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button look="primary" type="submit" form={id} busy={busy} disabled={!ready}>
            {submit}
          </Button>
        </>
      }
    >
      <form id={id} onSubmit={send} className={styles.form}>
        {children}
        {error && <ErrorNotice error={error} />}
      </form>
    </Dialog>
  )
}
