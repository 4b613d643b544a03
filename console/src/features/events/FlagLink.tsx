import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { flagsQuery } from '@/api/flags'
import { useProject, useProjectPath } from '@/app/project'
import { Fact } from '@/components/Facts'

/** The page of the flag that an event names, while there is such a flag. */
export function FlagLink({ flag: key }: { flag: string }) {
  const { id } = useProject()
  const path = useProjectPath()
  const { data } = useQuery({ ...flagsQuery(id), enabled: key !== '' })
  const flag = data?.find((candidate) => candidate.key === key)
  if (!flag) return null
  return (
    <Fact label="Flag">
      <Link to={path(`flags/${flag.id}`)}>{flag.key}</Link>
    </Fact>
  )
}
