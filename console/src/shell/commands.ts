import type { Project } from '@/api/projects'
import type { IconName } from '@/components/icons'
import { chooseTheme } from '@/app/theme'
import { home, isUnavailable, sections, settings } from './navigation'

export interface Command {
  id: string
  label: string
  group: 'Pages' | 'Actions' | 'Projects'
  icon: IconName
  words?: string
  note?: string
  run: () => void
}

interface Context {
  project: Project
  projects: Project[]
  go: (path: string) => void
}

/** Everything the command palette can do. */
export function commands({ project, projects, go }: Context): Command[] {
  const open = (path: string) => () => go(`/project/${project.id}/${path}`)
  const action = (label: string, icon: IconName, run: () => void, words = ''): Command => ({
    id: `action:${label}`,
    group: 'Actions',
    label,
    icon,
    words,
    run,
  })
  const pages = [home, ...sections.flatMap((section) => section.items), settings]
  return [
    ...pages.map((page) => ({
      id: `page:${page.path}`,
      label: page.label,
      group: 'Pages' as const,
      icon: page.icon,
      words: page.words ?? '',
      ...(isUnavailable(page.path) && { note: 'not in this version' }),
      run: open(page.path),
    })),
    action('New trend', 'chart', open('insights/new'), 'insight chart create'),
    action('New feature flag', 'flag', open('flags/new'), 'create rollout'),
    action('New workflow', 'flow', open('workflows/new'), 'create automation webhook'),
    action('Upload source maps', 'bug', open('errors/source-maps'), 'errors symbols posthog-cli'),
    action('Personal API keys', 'key', open('settings/keys'), 'phx token'),
    action('Install an SDK', 'code', open('settings/sdks'), 'snippet javascript node java curl'),
    action('Light theme', 'sun', () => chooseTheme('light')),
    action('Dark theme', 'moon', () => chooseTheme('dark')),
    action('Theme of the system', 'screen', () => chooseTheme('system')),
    ...projects
      .filter((candidate) => candidate.id !== project.id)
      .map((candidate) => ({
        id: `project:${candidate.id}`,
        label: candidate.name,
        group: 'Projects' as const,
        icon: 'globe' as const,
        note: `project ${candidate.id}`,
        run: () => go(`/project/${candidate.id}/home`),
      })),
  ]
}
