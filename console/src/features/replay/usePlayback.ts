import { useSyncExternalStore } from 'react'
import type { Playback, PlaybackState } from './playback'

/** A part of the state; the component is drawn again only when that part changes. */
export function usePlayback<T>(playback: Playback, part: (state: PlaybackState) => T): T {
  return useSyncExternalStore(playback.subscribe, () => part(playback.getState()))
}
