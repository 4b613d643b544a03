import type { RefObject } from 'react'
import { Button } from '@/components/Button'
import { CopyButton } from '@/components/CopyButton'
import { Menu } from '@/components/Menu'
import { Switch } from '@/components/Switch'
import { clock } from './clock'
import { speeds, type Playback } from './playback'
import { toggleFullscreen } from './useKeys'
import { usePlayback } from './usePlayback'
import styles from './Player.module.css'

interface ControlsProps {
  playback: Playback
  frame: RefObject<HTMLElement | null>
}

const STEP = 10_000

export function Controls({ playback, frame }: ControlsProps) {
  const playing = usePlayback(playback, (state) => state.playing)
  const speed = usePlayback(playback, (state) => state.speed)
  const skipping = usePlayback(playback, (state) => state.skipping)
  const step = (by: number) => playback.seek(playback.getState().time + by)
  return (
    <div className={styles.controls}>
      <Button
        look="primary"
        icon={playing ? 'pause' : 'play'}
        aria-label={playing ? 'Pause' : 'Play'}
        title={`${playing ? 'Pause' : 'Play'} (space)`}
        onClick={() => playback.toggle()}
      />
      <Button look="quiet" title="Back (←)" onClick={() => step(-STEP)}>
        −10 s
      </Button>
      <Button look="quiet" title="Forward (→)" onClick={() => step(STEP)}>
        +10 s
      </Button>
      <Clock playback={playback} />
      <span className={styles.right}>
        <span className={styles.skip} title="Jump over what nobody did anything in (i)">
          <Switch
            label="Skip inactivity"
            checked={skipping}
            onChange={(on) => playback.setSkipping(on)}
          />
          Skip inactivity
        </span>
        <Menu
          align="end"
          trigger={(toggle) => (
            <Button look="quiet" title="Speed (< and >)" aria-haspopup="menu" {...toggle}>
              {speed}×
            </Button>
          )}
          items={speeds.map((one) => ({
            label: `${one}×`,
            selected: one === speed,
            onSelect: () => playback.setSpeed(one),
          }))}
        />
        <Link playback={playback} />
        <Button
          look="quiet"
          icon="screen"
          aria-label="Full screen"
          title="Full screen (f)"
          onClick={() => frame.current && toggleFullscreen(frame.current)}
        />
      </span>
    </div>
  )
}

function Clock({ playback }: { playback: Playback }) {
  const time = usePlayback(playback, (state) => Math.floor(state.time / 1000))
  return (
    <span className={styles.clock} data-player="clock">
      {clock(time * 1000)} <span>/ {clock(playback.duration)}</span>
    </span>
  )
}

/** A link to what is on the screen now. */
function Link({ playback }: { playback: Playback }) {
  const seconds = usePlayback(playback, (state) => Math.floor(state.time / 1000))
  const { origin, pathname } = window.location
  return <CopyButton label="Link" text={`${origin}${pathname}?t=${seconds}`} />
}
