import type { KeyboardEvent, ReactNode } from 'react'
import { Icon } from './Icon'
import type { IconName } from './icons'
import { Popover } from './Popover'
import styles from './Menu.module.css'

export interface MenuItem {
  label: string
  icon?: IconName
  selected?: boolean
  danger?: boolean
  hint?: string
  onSelect: () => void
}

interface MenuProps {
  trigger: Parameters<typeof Popover>[0]['trigger']
  items: (MenuItem | 'line')[]
  header?: ReactNode
  align?: 'start' | 'end'
  className?: string
}

/** A list of actions behind a control; arrow keys move between them. */
export function Menu({ trigger, items, header, align, className }: MenuProps) {
  return (
    <Popover trigger={trigger} {...(align && { align })} className={className}>
      {(close) => (
        <div role="menu" tabIndex={-1} className={styles.menu} onKeyDown={moveFocus}>
          {header && <div className={styles.header}>{header}</div>}
          {items.map((item, index) =>
            item === 'line' ? (
              <hr key={`line-${index}`} className={styles.line} />
            ) : (
              <button
                key={item.label}
                type="button"
                role={item.selected === undefined ? 'menuitem' : 'menuitemradio'}
                aria-checked={item.selected}
                className={`${styles.item} ${item.danger ? styles.danger : ''}`}
                onClick={() => {
                  close()
                  item.onSelect()
                }}
              >
                {item.icon && <Icon name={item.icon} />}
                <span className={styles.label}>{item.label}</span>
                {item.hint && <span className={styles.hint}>{item.hint}</span>}
                {item.selected && <Icon name="check" size={14} />}
              </button>
            ),
          )}
        </div>
      )}
    </Popover>
  )
}

function moveFocus(event: KeyboardEvent<HTMLElement>) {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
  if (step === 0) return
  event.preventDefault()
  const items = [...event.currentTarget.querySelectorAll<HTMLElement>('button')]
  const at = items.indexOf(document.activeElement as HTMLElement)
  items.at((at + step) % items.length)?.focus()
}
