import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { Link, Outlet, useParams } from 'react-router'
import { projectsQuery } from '@/api/projects'
import { ErrorNotice } from '@/components/Notice'
import { Shell } from '@/shell/Shell'
import { Splash } from '@/shell/Splash'
import { lastProject } from './lastProject'
import { ProjectContext } from './project'
import { SignedIn } from './SignedIn'

/** Everything below `/project/:projectId`: finds the project and draws the shell around its pages. */
export function ProjectScope() {
  return (
    <SignedIn>
      <Found />
    </SignedIn>
  )
}

function Found() {
  const id = Number(useParams()['projectId'])
  const { data: projects, error, refetch } = useQuery(projectsQuery)
  const project = projects?.find((candidate) => candidate.id === id)
  useEffect(() => {
    if (project) lastProject.set(project.id)
  }, [project])
  if (error && !projects) {
    return (
      <Splash>
        <ErrorNotice error={error} onRetry={() => void refetch()} />
      </Splash>
    )
  }
  if (!projects) return <Splash />
  if (!project) {
    return (
      <Splash>
        <p>There is no project {id || 'with this address'}, or you may not see it.</p>
        <Link to="/">Open a project you have</Link>
      </Splash>
    )
  }
  return (
    <ProjectContext value={project}>
      <Shell>
        {/* A page of another project starts afresh. */}
        <Outlet key={project.id} />
      </Shell>
    </ProjectContext>
  )
}
