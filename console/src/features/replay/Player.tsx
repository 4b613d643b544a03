import { useEffect, useMemo, useRef, useState } from 'react'
import { useSearchParams } from 'react-router'
import type { Recording } from '@/api/recordings'
import { eventRows } from '@/features/events/event'
import { parseInstant } from '@/format/times'
import { useHogQL } from '@/hogql/useHogQL'
import { secondsOf } from './clock'
import { Controls } from './Controls'
import { sessionEventsQuery } from './events'
import { Inspector } from './Inspector'
import { eventItems, pagesOf, trackItems } from './items'
import { Playback } from './playback'
import { SeekBar } from './SeekBar'
import { Stage } from './Stage'
import type { Film } from './useFilm'
import { useKeys } from './useKeys'
import styles from './Player.module.css'

interface PlayerProps {
  recording: Recording
  film: Film
  /** Where one was when more of the recording was loaded. */
  resumeAt: number | null
  onLeave: (time: number) => void
}

/** The film, what one can do with it, and what happened in it. */
export function Player({ recording, film, resumeAt, onLeave }: PlayerProps) {
  const [parameters] = useSearchParams()
  const frame = useRef<HTMLDivElement>(null)
  const [{ playback, linked }] = useState(() => {
    const made = new Playback(film.tracks, film.replayer)
    const at = resumeAt ?? beginning(parameters, made)
    made.seek(at ?? 0)
    return { playback: made, linked: at !== null }
  })
  const events = useHogQL(sessionEventsQuery(recording))
  const items = useMemo(() => {
    const seen = events.data ? eventItems(eventRows(events.data)) : []
    return [...seen, ...trackItems(film.tracks)].sort((a, b) => a.at - b.at)
  }, [events.data, film.tracks])
  const pages = useMemo(() => pagesOf(film.tracks), [film.tracks])
  useKeys(playback, frame)

  useEffect(() => {
    // Whoever follows a link to a moment wants to see that moment first.
    if (!linked) playback.play()
    return () => {
      onLeave(playback.getState().time)
      playback.pause()
    }
  }, [playback, linked, onLeave])

  return (
    <div className={styles.player}>
      <div className={styles.film} ref={frame}>
        <Stage playback={playback} pages={pages} />
        <div className={styles.deck}>
          <SeekBar playback={playback} items={items} />
          <Controls playback={playback} frame={frame} />
        </div>
      </div>
      <Inspector
        playback={playback}
        items={items}
        loading={events.isLoading}
        error={events.error}
      />
    </div>
  )
}

/** `?t=` seconds after its beginning, or `?at=` a time of the day; null for the beginning. */
function beginning(parameters: URLSearchParams, playback: Playback): number | null {
  const seconds = secondsOf(parameters.get('t'))
  if (seconds !== null) return seconds * 1000
  const at = parseInstant(parameters.get('at'))
  return at ? Math.max(0, at.getTime() - playback.start) : null
}
