import { useEffect, useRef, type ReactNode } from 'react'
import { Button } from './Button'
import styles from './Dialog.module.css'

interface DialogProps {
  title: string
  onClose: () => void
  children: ReactNode
  /** A drawer takes the right edge and its height; a dialog the middle. */
  placement?: 'middle' | 'right'
  size?: 'small' | 'large'
  actions?: ReactNode
}

/** A modal window. The browser keeps the focus inside, closes it on Escape and gives the focus back. */
export function Dialog({
  title,
  onClose,
  children,
  placement = 'middle',
  size = 'small',
  actions,
}: DialogProps) {
  const ref = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const dialog = ref.current
    if (dialog && !dialog.open) {
      dialog.showModal()
      // Where the work is, not the close button that comes first.
      dialog.querySelector<HTMLElement>('input, textarea, select')?.focus()
    }
    return () => dialog?.close()
  }, [])
  return (
    // A click on the dialog itself, not on what is in it, is a click on its backdrop.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions
    <dialog
      ref={ref}
      className={`${styles.dialog} ${styles[placement]} ${styles[size]}`}
      aria-label={title}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
      onClick={(event) => event.target === event.currentTarget && onClose()}
    >
      <div className={styles.frame}>
        <header className={styles.header}>
          <h2>{title}</h2>
          <Button look="quiet" icon="close" aria-label="Close" onClick={onClose} />
        </header>
        <div className={styles.body}>{children}</div>
        {actions && <footer className={styles.footer}>{actions}</footer>}
      </div>
    </dialog>
  )
}
