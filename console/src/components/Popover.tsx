import { useEffect, useLayoutEffect, useRef, useState, type ReactNode } from 'react'
import styles from './Popover.module.css'

interface PopoverProps {
  /** The control it opens from. */
  trigger: (toggle: { onClick: () => void; 'aria-expanded': boolean }) => ReactNode
  children: (close: () => void) => ReactNode
  align?: 'start' | 'end'
  className?: string | undefined
}

/** Content that opens below a control and closes on Escape, on a click elsewhere and on leaving it. */
export function Popover({ trigger, children, align = 'start', className }: PopoverProps) {
  const [open, setOpen] = useState(false)
  const anchor = useRef<HTMLSpanElement>(null)
  const close = () => setOpen(false)
  return (
    <span className={`${styles.anchor} ${className ?? ''}`} ref={anchor}>
      {trigger({ onClick: () => setOpen(!open), 'aria-expanded': open })}
      {open && (
        <Floating anchor={anchor} align={align} onClose={close}>
          {children(close)}
        </Floating>
      )}
    </span>
  )
}

interface FloatingProps {
  anchor: React.RefObject<HTMLElement | null>
  align: 'start' | 'end'
  onClose: () => void
  children: ReactNode
}

function Floating({ anchor, align, onClose, children }: FloatingProps) {
  const ref = useRef<HTMLDivElement>(null)
  const closing = useRef(onClose)
  useEffect(() => {
    closing.current = onClose
  })

  useLayoutEffect(() => {
    const floating = ref.current
    const around = anchor.current
    if (!floating || !around) return
    // The top layer, so that no scrolling or clipping ancestor cuts it off.
    floating.showPopover()
    place(floating, around.getBoundingClientRect(), align)
    floating.querySelector<HTMLElement>('[data-autofocus], input, button')?.focus()
    return () => {
      if (floating.contains(document.activeElement)) {
        around.querySelector<HTMLElement>('button')?.focus()
      }
    }
  }, [anchor, align])

  useEffect(() => {
    const outside = (event: Event) => {
      if (!anchor.current?.contains(event.target as Node)) closing.current()
    }
    const key = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return
      event.stopPropagation()
      event.preventDefault()
      closing.current()
    }
    document.addEventListener('pointerdown', outside)
    document.addEventListener('focusin', outside)
    anchor.current?.addEventListener('keydown', key)
    const around = anchor.current
    return () => {
      document.removeEventListener('pointerdown', outside)
      document.removeEventListener('focusin', outside)
      around?.removeEventListener('keydown', key)
    }
  }, [anchor])

  return (
    <div ref={ref} popover="manual" className={styles.floating}>
      {children}
    </div>
  )
}

const GAP = 4
const EDGE = 8

function place(floating: HTMLElement, anchor: DOMRect, align: 'start' | 'end') {
  const { offsetWidth: width, offsetHeight: height } = floating
  const wanted = align === 'start' ? anchor.left : anchor.right - width
  const left = Math.max(EDGE, Math.min(wanted, window.innerWidth - width - EDGE))
  const below = anchor.bottom + GAP
  const fits = below + height <= window.innerHeight - EDGE
  const above = anchor.top - GAP - height
  const top = fits || above < EDGE ? below : above
  floating.style.left = `${left}px`
  floating.style.top = `${top}px`
  floating.style.maxHeight = `${Math.max(160, window.innerHeight - top - EDGE)}px`
}
