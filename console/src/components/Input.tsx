import type { ComponentProps } from 'react'
import { Icon } from './Icon'
import type { IconName } from './icons'
import styles from './Input.module.css'

const join = (...names: (string | undefined)[]) => names.filter(Boolean).join(' ')

export function Input({ className, ...rest }: ComponentProps<'input'>) {
  return <input className={join(styles.input, className)} {...rest} />
}

export function Select({ className, children, ...rest }: ComponentProps<'select'>) {
  return (
    <span className={join(styles.select, className)}>
      <select className={styles.input} {...rest}>
        {children}
      </select>
      <Icon name="chevronDown" size={12} />
    </span>
  )
}

export function IconInput({
  icon,
  className,
  ...rest
}: ComponentProps<'input'> & { icon: IconName }) {
  return (
    <span className={join(styles.withIcon, className)}>
      <Icon name={icon} size={14} />
      <input className={styles.input} {...rest} />
    </span>
  )
}

export function Checkbox({ label, ...rest }: ComponentProps<'input'> & { label: string }) {
  return (
    <label className={styles.checkbox}>
      <input type="checkbox" {...rest} />
      {label}
    </label>
  )
}
