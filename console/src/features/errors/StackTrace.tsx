import { useState } from 'react'
import { Icon } from '@/components/Icon'
import { plural } from '@/format/numbers'
import { firstToRead, runsOf, type FrameRun } from './folded'
import { FrameRow } from './FrameRow'
import type { Frame } from './stack'
import styles from './Stack.module.css'

/** A stack, where it was thrown first. Frames of libraries are folded unless there are no others. */
export function StackTrace({ frames }: { frames: Frame[] }) {
  if (frames.length === 0) return <p className={styles.without}>It came without a stack.</p>
  const first = firstToRead(frames)
  const onlyLibraries = frames.every((frame) => !frame.inApp)
  return (
    <ol className={styles.stack}>
      {runsOf(frames).map((run, index) =>
        run.inApp || onlyLibraries ? (
          run.frames.map((frame, at) => (
            <FrameRow key={`${index}/${at}`} frame={frame} open={frame === first} />
          ))
        ) : (
          <Folded key={index} run={run} />
        ),
      )}
    </ol>
  )
}

function Folded({ run }: { run: FrameRun }) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <li>
        <button
          type="button"
          className={styles.folded}
          aria-expanded={open}
          onClick={() => setOpen(!open)}
        >
          <Icon name={open ? 'chevronDown' : 'chevronRight'} size={12} />
          {plural(run.frames.length, 'frame')} of libraries
        </button>
      </li>
      {open &&
        run.frames.map((frame, index) => <FrameRow key={index} frame={frame} open={false} />)}
    </>
  )
}
