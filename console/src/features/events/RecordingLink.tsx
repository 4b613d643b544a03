import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { recordingsQuery } from '@/api/recordings'
import { useProject, useProjectPath } from '@/app/project'
import { Fact } from '@/components/Facts'
import { recordingPath } from './recordingPath'

interface RecordingLinkProps {
  /** The session of the event, empty when it had none. */
  session: string
  /** When the event happened. */
  at: string
}

/** The recording of a session at the moment of an event; nothing when it was not recorded. */
export function RecordingLink({ session, at }: RecordingLinkProps) {
  const { id } = useProject()
  const path = useProjectPath()
  // As a list: that a session was not recorded is an answer to it, and an error to one by its id.
  const { data } = useQuery({
    ...recordingsQuery(
      id,
      new URLSearchParams({ session_ids: JSON.stringify([session]), date_from: 'all' }),
    ),
    enabled: session !== '',
    staleTime: 60_000,
  })
  const recording = data?.results[0]
  if (!recording) return null
  return (
    <Fact label="Recording">
      <Link to={path(recordingPath(recording, at))}>Watch this moment</Link>
    </Fact>
  )
}
