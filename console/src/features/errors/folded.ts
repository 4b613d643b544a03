import { placeOfFrame, type Exception, type Frame } from './stack'

/** A run of frames: those of the owner's code stand open, those of libraries are folded between. */
export interface FrameRun {
  inApp: boolean
  frames: Frame[]
}

export function runsOf(frames: Frame[]): FrameRun[] {
  const runs: FrameRun[] = []
  for (const frame of frames) {
    const last = runs.at(-1)
    if (last?.inApp === frame.inApp) last.frames.push(frame)
    else runs.push({ inApp: frame.inApp, frames: [frame] })
  }
  return runs
}

/** The frame a reader wants to see first: the last one of the owner's code, else where it was thrown. */
export const firstToRead = (frames: Frame[]): Frame | undefined =>
  frames.find((frame) => frame.inApp && frame.lines.length > 0) ??
  frames.find((frame) => frame.inApp) ??
  frames[0]

/** The whole chain as text, to paste into a ticket. */
export function stackText(exceptions: Exception[]): string {
  return exceptions
    .map((exception, index) => {
      const title = [exception.type, exception.value].filter(Boolean).join(': ')
      const frames = exception.frames.map(
        (frame) => `    at ${frame.name || '<anonymous>'} (${placeOfFrame(frame) || 'unknown'})`,
      )
      return [`${index > 0 ? 'Caused by: ' : ''}${title}`, ...frames].join('\n')
    })
    .join('\n')
}
