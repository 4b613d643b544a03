import { useQuery } from '@tanstack/react-query'
import { Navigate } from 'react-router'
import { projectsQuery } from '@/api/projects'
import { ErrorNotice } from '@/components/Notice'
import { Splash } from '@/shell/Splash'
import { lastProject } from './lastProject'
import { SignedIn } from './SignedIn'

/** Where `/` leads: the project that was open last, or the first there is. */
export function FirstProject() {
  return (
    <SignedIn>
      <Redirect />
    </SignedIn>
  )
}

function Redirect() {
  const { data: projects, error, refetch } = useQuery(projectsQuery)
  if (error) {
    return (
      <Splash>
        <ErrorNotice error={error} onRetry={() => void refetch()} />
      </Splash>
    )
  }
  if (!projects) return <Splash />
  const last = projects.find((project) => project.id === lastProject.get())
  const project = last ?? projects[0]
  return project ? (
    <Navigate to={`/project/${project.id}/home`} replace />
  ) : (
    <Splash>There is no project yet.</Splash>
  )
}
