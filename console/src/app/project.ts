import { createContext, useContext } from 'react'
import type { Project } from '@/api/projects'

export const ProjectContext = createContext<Project | null>(null)

/** The project whose pages are shown. */
export function useProject(): Project {
  const project = useContext(ProjectContext)
  if (!project) throw new Error('useProject works only below a project’s pages')
  return project
}

/** Addresses inside the open project: `path('live')`. */
export function useProjectPath(): (page: string) => string {
  const { id } = useProject()
  return (page) => `/project/${id}/${page}`
}
