import { useEffect, useRef } from 'react'

/** Calls back on Ctrl or Cmd with a key, wherever the focus is. */
export function useShortcut(key: string, onPress: () => void) {
  const latest = useRef(onPress)
  useEffect(() => {
    latest.current = onPress
  })
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return
      if (event.key.toLowerCase() !== key) return
      event.preventDefault()
      latest.current()
    }
    window.addEventListener('keydown', pressed)
    return () => window.removeEventListener('keydown', pressed)
  }, [key])
}

/** How the platform writes its command key. */
export const commandKey = navigator.platform.startsWith('Mac') ? '⌘' : 'Ctrl '
