import type { ComponentProps } from 'react'
import { Link } from 'react-router'
import { Icon } from './Icon'
import type { IconName } from './icons'
import styles from './Button.module.css'

type Look = 'plain' | 'primary' | 'quiet' | 'danger'

interface Face {
  look?: Look
  icon?: IconName
  /** Shows that the work it started is not finished, and keeps it from being started twice. */
  busy?: boolean
}

function classes(look: Look, iconOnly: boolean, className?: string) {
  return [styles.button, styles[look], iconOnly && styles.iconOnly, className]
    .filter(Boolean)
    .join(' ')
}

export function Button({
  look = 'plain',
  icon,
  busy = false,
  children,
  className,
  disabled,
  ...rest
}: Face & ComponentProps<'button'>) {
  return (
    <button
      type="button"
      className={classes(look, !children, className)}
      disabled={disabled || busy}
      aria-busy={busy || undefined}
      {...rest}
    >
      {busy ? <span className={styles.spinner} /> : icon && <Icon name={icon} />}
      {children}
    </button>
  )
}

/** A link that looks like a button, for what goes to another page. */
export function ButtonLink({
  look = 'plain',
  icon,
  children,
  className,
  ...rest
}: Omit<Face, 'busy'> & ComponentProps<typeof Link>) {
  return (
    <Link className={classes(look, !children, className)} {...rest}>
      {icon && <Icon name={icon} />}
      {children}
    </Link>
  )
}
