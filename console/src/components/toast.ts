import { useSyncExternalStore } from 'react'

interface Toast {
  id: number
  text: string
  tone: 'good' | 'bad'
}

const SHOWN_FOR = 4000
let toasts: readonly Toast[] = []
let next = 1
const listeners = new Set<() => void>()

function change(changed: readonly Toast[]) {
  toasts = changed
  listeners.forEach((listener) => listener())
}

/** Says something in the corner for a few seconds. */
export function toast(text: string, tone: Toast['tone'] = 'good') {
  const id = next++
  change([...toasts, { id, text, tone }])
  setTimeout(() => change(toasts.filter((shown) => shown.id !== id)), SHOWN_FOR)
}

export function useToasts(): readonly Toast[] {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
    () => toasts,
  )
}
