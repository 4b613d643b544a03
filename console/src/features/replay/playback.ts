import type { playerConfig, Replayer } from '@rrweb/replay'
import { segmentAt, segmentsOf, type Segment } from './segments'
import { isPlayable, kinds, type Track } from './snapshots'

export type ReplayerClass = new (
  events: ConstructorParameters<typeof Replayer>[0],
  config: Partial<playerConfig>,
) => Replayer

export interface PlaybackState {
  /** Milliseconds since the recording's first event. */
  time: number
  playing: boolean
  speed: number
  skipping: boolean
  /** How much was just left out, until it has been shown for a moment. */
  skipped: number | null
  windowId: string
  /** The size of the recorded window. */
  size: { width: number; height: number } | null
}

export const speeds = [0.5, 1, 1.5, 2, 4, 8] as const

/** A shorter pause than this is not worth a jump. */
const WORTH_SKIPPING = 3_000
/** What comes just before an action is shown, so that one sees where it happens. */
const LEAD_IN = 500
const SKIPPED_SHOWN = 1_500

/**
 * Plays a recording of one or several browser windows as one film: at each moment the window in
 * which somebody is active. Components subscribe to its state.
 */
export class Playback {
  readonly segments: Segment[]
  readonly start: number
  readonly duration: number
  readonly windows: string[]

  private state: PlaybackState
  private readonly players = new Map<string, { player: Replayer; element: HTMLElement }>()
  private readonly listeners = new Set<() => void>()
  private stage: HTMLElement | null = null
  private frame = 0
  private lastFrame = 0
  private skippedUntil = 0

  constructor(
    private readonly tracks: Track[],
    private readonly replayer: ReplayerClass,
  ) {
    const playable = tracks.filter(isPlayable)
    this.segments = segmentsOf(playable)
    this.windows = playable.map((track) => track.windowId)
    this.start = this.segments[0]?.start ?? 0
    this.duration = (this.segments.at(-1)?.end ?? 0) - this.start
    this.state = {
      time: 0,
      playing: false,
      speed: 1,
      skipping: true,
      skipped: null,
      windowId: this.segments[0]?.windowId ?? '',
      size: null,
    }
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  readonly getState = (): PlaybackState => this.state

  /** Shows it inside an element. */
  attach(stage: HTMLElement) {
    this.stage = stage
    this.show(this.state.time)
  }

  detach() {
    cancelAnimationFrame(this.frame)
    for (const { player, element } of this.players.values()) {
      player.destroy()
      element.remove()
    }
    this.players.clear()
    this.stage = null
    this.change({ playing: false, size: null })
  }

  play() {
    if (this.duration === 0) return
    const again = this.state.time >= this.duration
    this.change({ playing: true })
    this.show(again ? 0 : this.state.time)
    this.lastFrame = performance.now()
    cancelAnimationFrame(this.frame)
    this.frame = requestAnimationFrame(this.tick)
  }

  pause() {
    cancelAnimationFrame(this.frame)
    this.change({ playing: false })
    this.show(this.state.time)
  }

  toggle() {
    if (this.state.playing) this.pause()
    else this.play()
  }

  seek(time: number) {
    this.skippedUntil = 0
    this.change({ skipped: null })
    this.show(Math.min(Math.max(time, 0), this.duration))
  }

  setSpeed(speed: number) {
    this.change({ speed })
    for (const { player } of this.players.values()) player.setConfig({ speed })
  }

  setSkipping(skipping: boolean) {
    this.change({ skipping })
  }

  private readonly tick = (now: number) => {
    const passed = (now - this.lastFrame) * this.state.speed
    this.lastFrame = now
    const before = this.state.time
    const time = this.playedTo(before + passed)
    if (this.state.skipped !== null && now > this.skippedUntil) this.change({ skipped: null })
    if (time >= this.duration) {
      this.change({ time: this.duration })
      this.pause()
      return
    }
    const segment = this.segments[segmentAt(this.segments, this.start + time)]
    const jump = segment ? this.jump(segment, time) : null
    if (jump !== null) {
      this.skippedUntil = now + SKIPPED_SHOWN
      this.show(jump)
      this.change({ skipped: jump - time })
    } else if (segment && segment.windowId !== this.state.windowId) {
      this.show(time)
    } else {
      this.change({ time })
    }
    this.frame = requestAnimationFrame(this.tick)
  }

  /** The player's own clock counts while it runs: it waits for style sheets. */
  private playedTo(expected: number): number {
    const shown = this.players.get(this.state.windowId)
    if (!shown?.player.service.state.matches('playing')) return expected
    const own = shown.player.getMetaData().startTime + shown.player.getCurrentTime() - this.start
    return Math.max(this.state.time, Math.abs(own - expected) < 2_000 ? own : expected)
  }

  private jump(segment: Segment, time: number): number | null {
    const end = segment.end - this.start
    const to = Math.min(end - LEAD_IN, this.duration)
    return !this.state.skipping || segment.active || to - time < WORTH_SKIPPING ? null : to
  }

  /** Brings the right window to a moment, and lets it run from there if it plays. */
  private show(time: number) {
    const at = this.start + time
    const windowId = this.segments[segmentAt(this.segments, at)]?.windowId ?? ''
    this.change({ time, windowId })
    if (!this.stage) return
    for (const [id, { player, element }] of this.players) {
      element.hidden = id !== windowId
      if (id !== windowId) player.pause()
    }
    const shown = this.playerOf(windowId)
    if (!shown) return
    const offset = Math.max(0, at - shown.getMetaData().startTime)
    if (this.state.playing) shown.play(offset)
    else shown.pause(offset)
  }

  private playerOf(windowId: string): Replayer | null {
    const known = this.players.get(windowId)
    if (known) {
      this.change({ size: sizeOf(known.player) ?? this.state.size })
      return known.player
    }
    const track = this.tracks.find((candidate) => candidate.windowId === windowId)
    if (!track || !this.stage) return null
    const element = document.createElement('div')
    this.stage.append(element)
    const player = new this.replayer(
      track.events as unknown as ConstructorParameters<typeof Replayer>[0],
      {
        root: element,
        speed: this.state.speed,
        showWarning: false,
        triggerFocus: false,
        mouseTail: { strokeStyle: 'rgb(201 120 10 / 60%)', lineWidth: 2, duration: 400 },
      },
    )
    player.on('resize', (size) => {
      if (this.state.windowId === windowId) {
        this.change({ size: size as PlaybackState['size'] })
      }
    })
    this.players.set(windowId, { player, element })
    const meta = track.events.find((event) => event.type === kinds.meta)
    if (meta) {
      const { width, height } = meta.data as { width: number; height: number }
      this.change({ size: { width, height } })
    }
    return player
  }

  private change(change: Partial<PlaybackState>) {
    const changed = Object.entries(change).some(
      ([name, value]) => this.state[name as keyof PlaybackState] !== value,
    )
    if (!changed) return
    this.state = { ...this.state, ...change }
    for (const listener of this.listeners) listener()
  }
}

function sizeOf(player: Replayer): PlaybackState['size'] {
  const width = Number(player.iframe.getAttribute('width'))
  const height = Number(player.iframe.getAttribute('height'))
  return width > 0 && height > 0 ? { width, height } : null
}
