import { useEffect, type RefObject } from 'react'
import { speeds, type Playback } from './playback'

const STEP = 5_000
const SMALL_STEP = 1_000

/** Plays with the keyboard, unless somebody is typing. */
export function useKeys(playback: Playback, frame: RefObject<HTMLElement | null>) {
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return
      const act = action(event, playback, frame.current)
      if (!act) return
      event.preventDefault()
      act()
    }
    window.addEventListener('keydown', pressed)
    return () => window.removeEventListener('keydown', pressed)
  }, [playback, frame])
}

function action(event: KeyboardEvent, playback: Playback, frame: HTMLElement | null) {
  const { time, speed, skipping } = playback.getState()
  const step = event.shiftKey ? SMALL_STEP : STEP
  const faster = (by: number) => {
    const at = speeds.findIndex((one) => one === speed) + by
    const wanted = speeds[Math.min(Math.max(at, 0), speeds.length - 1)]
    return () => wanted && playback.setSpeed(wanted)
  }
  switch (event.key) {
    case ' ':
    case 'k':
      return () => playback.toggle()
    case 'ArrowLeft':
      return () => playback.seek(time - step)
    case 'ArrowRight':
      return () => playback.seek(time + step)
    case 'Home':
      return () => playback.seek(0)
    case 'End':
      return () => playback.seek(playback.duration)
    case '>':
      return faster(1)
    case '<':
      return faster(-1)
    case 'i':
      return () => playback.setSkipping(!skipping)
    case 'f':
      return () => frame && toggleFullscreen(frame)
    default:
      return null
  }
}

function isTyping(target: EventTarget | null): boolean {
  const element = target instanceof HTMLElement ? target : null
  return element?.closest('input, textarea, select, button, a, [contenteditable]') != null
}

export function toggleFullscreen(frame: HTMLElement) {
  if (document.fullscreenElement) void document.exitFullscreen()
  else void frame.requestFullscreen()
}
