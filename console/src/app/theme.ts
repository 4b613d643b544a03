import { useSyncExternalStore } from 'react'

type ThemeChoice = 'light' | 'dark' | 'system'
export type Theme = 'light' | 'dark'

const KEY = 'tenrec.theme'
const dark = window.matchMedia('(prefers-color-scheme: dark)')
const listeners = new Set<() => void>()

function stored(): ThemeChoice {
  const value = localStorage.getItem(KEY)
  return value === 'light' || value === 'dark' ? value : 'system'
}

let choice = stored()

function resolved(): Theme {
  if (choice !== 'system') return choice
  return dark.matches ? 'dark' : 'light'
}

function apply() {
  document.documentElement.dataset['theme'] = resolved()
  listeners.forEach((listener) => listener())
}

function subscribe(listener: () => void) {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}

/** Follows the operating system until the user picks a theme. Call once, before rendering. */
export function startTheme() {
  dark.addEventListener('change', apply)
  apply()
}

export function chooseTheme(next: ThemeChoice) {
  choice = next
  if (next === 'system') localStorage.removeItem(KEY)
  else localStorage.setItem(KEY, next)
  apply()
}

/** The theme that is on the screen; canvas drawings depend on it. */
export function useTheme(): Theme {
  return useSyncExternalStore(subscribe, resolved)
}

export function useThemeChoice(): ThemeChoice {
  return useSyncExternalStore(subscribe, () => choice)
}
