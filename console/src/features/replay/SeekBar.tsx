import { useRef, useState, type PointerEvent } from 'react'
import { clock } from './clock'
import type { Item } from './items'
import type { Playback } from './playback'
import { usePlayback } from './usePlayback'
import styles from './SeekBar.module.css'

interface SeekBarProps {
  playback: Playback
  items: Item[]
}

const NEAR = 0.008

/** The length of the recording: when somebody was active, what happened, and where one is. */
export function SeekBar({ playback, items }: SeekBarProps) {
  const bar = useRef<HTMLDivElement>(null)
  const [hover, setHover] = useState<number | null>(null)
  const { duration, start, segments } = playback
  const ticks = items.filter((item) => item.kind === 'event' || item.tone === 'bad')
  const share = (at: number) => Math.min(1, Math.max(0, (at - start) / Math.max(duration, 1)))
  const under = (event: PointerEvent) => {
    const box = bar.current?.getBoundingClientRect()
    if (!box) return 0
    return Math.min(1, Math.max(0, (event.clientX - box.left) / box.width))
  }
  const move = (event: PointerEvent) => {
    setHover(under(event))
    if (event.buttons === 1) playback.seek(under(event) * duration)
  }
  const near = hover === null ? [] : ticks.filter((item) => Math.abs(share(item.at) - hover) < NEAR)
  return (
    <div
      className={styles.bar}
      ref={bar}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId)
        playback.seek(under(event) * duration)
      }}
      onPointerMove={move}
      onPointerLeave={() => setHover(null)}
    >
      <div className={styles.track}>
        {segments
          .filter((segment) => segment.active)
          .map((segment) => (
            <i
              key={segment.start}
              style={{
                left: `${share(segment.start) * 100}%`,
                width: `max(2px, ${(share(segment.end) - share(segment.start)) * 100}%)`,
              }}
            />
          ))}
      </div>
      <Played playback={playback} />
      {ticks.map((item) => (
        <i
          key={item.id}
          className={`${styles.tick} ${styles[item.tone]}`}
          style={{ left: `${share(item.at) * 100}%` }}
        />
      ))}
      <Position playback={playback} />
      {hover !== null && (
        <span className={styles.tip} style={{ left: `${hover * 100}%` }}>
          <b>{clock(hover * duration)}</b>
          {near.slice(0, 4).map((item) => (
            <span key={item.id}>{item.title}</span>
          ))}
        </span>
      )}
    </div>
  )
}

function Played({ playback }: { playback: Playback }) {
  const time = usePlayback(playback, (state) => state.time)
  return (
    <div
      className={styles.played}
      style={{ width: `${(time / Math.max(playback.duration, 1)) * 100}%` }}
    />
  )
}

function Position({ playback }: { playback: Playback }) {
  const time = usePlayback(playback, (state) => state.time)
  return (
    <input
      type="range"
      aria-label="Position"
      aria-valuetext={`${clock(time)} of ${clock(playback.duration)}`}
      className={styles.range}
      min={0}
      max={Math.max(playback.duration, 1)}
      step={1000}
      value={time}
      onChange={(event) => playback.seek(Number(event.target.value))}
    />
  )
}
