import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { Link, useParams } from 'react-router'
import { ApiError } from '@/api/errors'
import { markWatched, recordingQuery, type Recording } from '@/api/recordings'
import { useProject, useProjectPath } from '@/app/project'
import { Button, ButtonLink } from '@/components/Button'
import { EmptyState } from '@/components/EmptyState'
import { Icon } from '@/components/Icon'
import { Loading } from '@/components/Loading'
import { ErrorNotice } from '@/components/Notice'
import { Page } from '@/components/Page'
import { Time } from '@/components/Time'
import { PersonLink } from '@/features/persons/PersonLink'
import { plural } from '@/format/numbers'
import { DeleteRecording } from './DeleteRecording'
import { Player } from './Player'
import { nameOf } from './RecordingTable'
import { useFilm } from './useFilm'
import styles from './PlayerPage.module.css'

export function Component() {
  const { id: project } = useProject()
  const path = useProjectPath()
  const id = useParams()['sessionId'] ?? ''
  const { data: recording, error, refetch } = useQuery(recordingQuery(project, id))
  const film = useFilm(recording)
  const shown = film.data !== undefined && !film.empty
  const [left, setLeft] = useState<number | null>(null)
  useEffect(() => {
    // Only a mark: the recording is shown whether or not it can be set.
    if (shown) void markWatched(project, id).catch(() => undefined)
  }, [shown, project, id])
  const missing = error instanceof ApiError && error.status === 404
  const again = () => {
    void refetch()
    void film.refetch()
  }
  return (
    <Page
      fill
      title={recording ? `Recording of ${nameOf(recording)}` : 'Recording'}
      heading={<Heading recording={recording} />}
      lead={recording && <Facts recording={recording} />}
      actions={
        recording && (
          <>
            {recording.ongoing && (
              <Button icon="refresh" busy={film.isFetching} onClick={again}>
                Load what came since
              </Button>
            )}
            <DeleteRecording recording={recording} />
          </>
        )
      }
    >
      {missing ? (
        <EmptyState
          icon="replay"
          title="There is no such recording"
          action={<ButtonLink to={path('replay')}>All recordings</ButtonLink>}
        >
          It was deleted, it is too old, or this session was not recorded.
        </EmptyState>
      ) : (
        (error ?? film.error) && (
          <ErrorNotice error={(error ?? film.error) as Error} onRetry={again} />
        )
      )}
      {!error && !film.error && !film.data && (
        <div className={styles.waiting}>
          <Loading lines={6} />
          <progress value={film.progress} max={1} aria-label="Loaded" />
        </div>
      )}
      {film.empty && (
        <EmptyState icon="replay" title="Nothing can be shown yet">
          The recorder has not sent a picture of the page. If the session is still going on, load
          again in a moment; mobile recordings of wireframes cannot be played.
        </EmptyState>
      )}
      {recording && film.data && shown && (
        <Player
          key={film.dataUpdatedAt}
          recording={recording}
          film={film.data}
          resumeAt={left}
          onLeave={setLeft}
        />
      )}
    </Page>
  )
}

function Heading({ recording }: { recording: Recording | undefined }) {
  const path = useProjectPath()
  return (
    <h1 className={styles.heading}>
      <Link to={path('replay')}>Session replay</Link>
      <Icon name="chevronRight" size={12} />
      {recording ? (
        <PersonLink
          id={recording.person.uuid}
          name={nameOf(recording)}
          distinctId={recording.distinct_id}
        />
      ) : (
        <span>…</span>
      )}
      {recording?.ongoing && <span className={styles.ongoing}>going on</span>}
    </h1>
  )
}

function Facts({ recording }: { recording: Recording }) {
  const errors = recording.console_error_count
  return (
    <span className={styles.facts}>
      <Time value={recording.start_time} look="full" />
      <span>{plural(recording.urls.length, 'page')}</span>
      <span>{plural(recording.click_count, 'click')}</span>
      <span>{plural(recording.keypress_count, 'key press', 'key presses')}</span>
      {errors > 0 && <span className={styles.bad}>{plural(errors, 'console error')}</span>}
    </span>
  )
}
