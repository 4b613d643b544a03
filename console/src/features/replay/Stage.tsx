import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import { Icon } from '@/components/Icon'
import { clock } from './clock'
import type { Playback } from './playback'
import { usePlayback } from './usePlayback'
import styles from './Stage.module.css'

interface StageProps {
  playback: Playback
  pages: { windowId: string; at: number; href: string }[]
}

const LARGEST = 1.5

/** The recorded window, as large as fits, below its address. */
export function Stage({ playback, pages }: StageProps) {
  const room = useRef<HTMLDivElement>(null)
  const screen = useRef<HTMLDivElement>(null)
  const size = usePlayback(playback, (state) => state.size)
  const scale = useScale(room, size)
  useEffect(() => {
    if (screen.current) playback.attach(screen.current)
    return () => playback.detach()
  }, [playback])
  return (
    <div className={styles.stage}>
      <Address playback={playback} pages={pages} />
      {/* The deck's buttons and the keyboard do the same. */}
      {/* oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions */}
      <div className={styles.room} ref={room} onClick={() => playback.toggle()}>
        <div
          className={styles.screen}
          data-player="screen"
          ref={screen}
          style={
            size
              ? {
                  width: size.width,
                  height: size.height,
                  transform: `translate(-50%, -50%) scale(${scale})`,
                }
              : { visibility: 'hidden' }
          }
        />
        <Cover playback={playback} />
      </div>
    </div>
  )
}

function useScale(
  room: React.RefObject<HTMLElement | null>,
  size: { width: number; height: number } | null,
) {
  const [space, setSpace] = useState({ width: 0, height: 0 })
  useLayoutEffect(() => {
    if (!room.current) return
    const observer = new ResizeObserver(([entry]) => entry && setSpace(entry.contentRect))
    observer.observe(room.current)
    return () => observer.disconnect()
  }, [room])
  if (!size || space.width === 0) return 1
  return Math.min(space.width / size.width, space.height / size.height, LARGEST)
}

function Address({ playback, pages }: StageProps) {
  const windowId = usePlayback(playback, (state) => state.windowId)
  const href = usePlayback(playback, (state) => {
    const at = playback.start + state.time
    const of = (page: StageProps['pages'][number]) => page.windowId === state.windowId
    return pages.findLast((page) => of(page) && page.at <= at)?.href ?? pages.find(of)?.href ?? ''
  })
  const number = playback.windows.indexOf(windowId) + 1
  return (
    <div className={styles.address}>
      <span className={styles.lights} aria-hidden="true">
        <i />
        <i />
        <i />
      </span>
      {playback.windows.length > 1 && (
        <span className={styles.window}>
          Window {number} of {playback.windows.length}
        </span>
      )}
      <span className={styles.url} title={href} data-player="address">
        {href}
      </span>
    </div>
  )
}

/** What lies over the film: that it stands still, or what was left out. */
function Cover({ playback }: { playback: Playback }) {
  const playing = usePlayback(playback, (state) => state.playing)
  const ended = usePlayback(playback, (state) => state.time >= playback.duration)
  const skipped = usePlayback(playback, (state) => state.skipped)
  if (skipped !== null) {
    return <span className={styles.skipped}>Skipped {clock(skipped)} without activity</span>
  }
  if (playing) return null
  return (
    <span className={styles.paused}>
      <Icon name={ended ? 'refresh' : 'play'} size={26} />
    </span>
  )
}
