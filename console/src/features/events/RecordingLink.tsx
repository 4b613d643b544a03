import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { recordingQuery } from '@/api/recordings'
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
  // A session that was not recorded is not found, which is no error here.
  const { data: recording } = useQuery({
    ...recordingQuery(id, session),
    enabled: session !== '',
    staleTime: 60_000,
  })
  if (!recording) return null
  return (
    <Fact label="Recording">
      <Link to={path(recordingPath(recording, at))}>Watch this moment</Link>
    </Fact>
  )
}
