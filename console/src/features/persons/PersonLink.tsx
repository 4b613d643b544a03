import { Link } from 'react-router'
import { useProjectPath } from '@/app/project'
import type { Sender } from './useSenders'

interface PersonLinkProps {
  id: string
  name: string
  /** As whom the person was seen, for the tooltip. */
  distinctId?: string
}

/** What a person is called, and the way to their page. */
export function PersonLink({ id, name, distinctId = id }: PersonLinkProps) {
  const path = useProjectPath()
  return (
    <Link to={path(`persons/${encodeURIComponent(id)}`)} title={distinctId}>
      {name}
    </Link>
  )
}

interface SenderLinkProps {
  distinctId: string
  /** Whose it is; nobody’s, as far as profiles know. */
  sender: Sender | undefined
}

/** Who is behind a distinct id; the id itself while that is not known. */
export function SenderLink({ distinctId, sender }: SenderLinkProps) {
  if (!sender) return distinctId
  return <PersonLink id={sender.id} name={sender.name} distinctId={distinctId} />
}
