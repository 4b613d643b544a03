import { useEffect, useRef, useState } from 'react'

const MARGIN = 12

/** Which rows of a scrolled list are in sight, with some before and after. */
export function useWindow(count: number, rowHeight: number) {
  const frame = useRef<HTMLDivElement>(null)
  const [view, setView] = useState({ top: 0, height: 600 })
  useEffect(() => {
    const element = frame.current
    if (!element) return
    const look = () => setView({ top: element.scrollTop, height: element.clientHeight })
    look()
    element.addEventListener('scroll', look, { passive: true })
    const observer = new ResizeObserver(look)
    observer.observe(element)
    return () => {
      element.removeEventListener('scroll', look)
      observer.disconnect()
    }
  }, [])
  return { frame, ...visibleRows(count, rowHeight, view.top, view.height) }
}

export function visibleRows(count: number, rowHeight: number, top: number, height: number) {
  const first = Math.min(Math.max(0, Math.floor(top / rowHeight) - MARGIN), Math.max(0, count - 1))
  const last = Math.min(count, Math.ceil((top + height) / rowHeight) + MARGIN)
  return { first, last: Math.max(first, last) }
}
