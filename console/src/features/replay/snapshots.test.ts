import { gzipSync, strToU8 } from 'fflate'
import { describe, expect, it } from 'vitest'
import { inflate, isPlayable, tracksOf, type Snapshot } from './snapshots'

const zip = (value: unknown): string =>
  String.fromCharCode(...gzipSync(strToU8(JSON.stringify(value))))

const full = (timestamp: number, data: unknown = { node: 1 }) => ({ type: 2, timestamp, data })
const meta = (timestamp: number) => ({
  type: 4,
  timestamp,
  data: { href: 'https://shop.test/', width: 800, height: 600 },
})
const line = (window: string, event: unknown) => JSON.stringify([window, event])

describe('the lines of a recording', () => {
  it('become a track for each window, in the order of time', () => {
    const tracks = tracksOf([
      line('b', meta(5)),
      line('a', full(2)),
      line('a', meta(1)),
      line('a', { type: 3, timestamp: 9, data: { source: 2 } }),
      line('b', full(6)),
    ])
    expect(tracks.map((track) => track.windowId)).toEqual(['a', 'b'])
    expect(tracks[0]?.events.map((event) => event.timestamp)).toEqual([1, 2, 9])
    expect(tracks.every(isPlayable)).toBe(true)
  })

  it('count once when they come twice, and a broken one costs nothing else', () => {
    const [track] = tracksOf([line('a', meta(1)), line('a', full(2)), line('a', full(2)), '["a",{'])
    expect(track?.events).toHaveLength(2)
  })

  it('get a size where the recorder sent none before the picture', () => {
    const [late] = tracksOf([line('a', full(2)), line('a', meta(3))])
    expect(late?.events.map((event) => event.type)).toEqual([4, 2, 4])
    const [never] = tracksOf([line('a', full(2))])
    expect(never?.events[0]?.data).toMatchObject({ width: 1280 })
  })

  it('cannot be played without a picture', () => {
    const [track] = tracksOf([line('a', meta(1)), line('a', { type: 3, timestamp: 2, data: {} })])
    expect(track && isPlayable(track)).toBe(false)
  })
})

describe('zipped parts', () => {
  it('are unzipped, the whole of a picture and single lists of a change', () => {
    const picture = { type: 2, timestamp: 1, cv: '2024-10', data: zip({ node: { id: 1 }, ü: '€' }) }
    expect(inflate(picture as unknown as Snapshot)).toEqual({
      type: 2,
      timestamp: 1,
      data: { node: { id: 1 }, ü: '€' },
    })
    const change = {
      type: 3,
      timestamp: 1,
      cv: '2024-10',
      data: { source: 0, adds: zip([{ id: 2 }]), removes: zip([]), texts: [], attributes: zip([]) },
    }
    expect(inflate(change).data).toEqual({
      source: 0,
      adds: [{ id: 2 }],
      removes: [],
      texts: [],
      attributes: [],
    })
  })

  it('are left alone where nothing says that they are', () => {
    const event = { type: 3, timestamp: 1, data: { source: 5, text: '\x1f\x8b' } }
    expect(inflate(event)).toBe(event)
  })
})
