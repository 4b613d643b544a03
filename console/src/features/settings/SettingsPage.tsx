import { Navigate, useParams } from 'react-router'
import { useProjectPath } from '@/app/project'
import { Page } from '@/components/Page'
import { Panel } from '@/components/Panel'
import { Tabs } from '@/components/Tabs'
import { SnippetTabs } from '@/features/snippets/SnippetTabs'
import { KeySettings } from './KeySettings'
import { ProjectSettings } from './ProjectSettings'

const tabs = [
  { id: 'project', label: 'Project' },
  { id: 'keys', label: 'Personal API keys' },
  { id: 'sdks', label: 'Install an SDK' },
]

export function Component() {
  const path = useProjectPath()
  const { tab } = useParams()
  const current = tabs.find((candidate) => candidate.id === tab)
  if (!current) return <Navigate to={path('settings/project')} replace />
  return (
    <Page title="Settings" narrow>
      <Tabs
        label="Settings"
        tabs={tabs.map(({ id, label }) => ({ to: path(`settings/${id}`), label }))}
      />
      {current.id === 'project' && <ProjectSettings />}
      {current.id === 'keys' && <KeySettings />}
      {current.id === 'sdks' && (
        <Panel title="Send events to this project">
          <p>
            Any PostHog SDK works: the only thing that changes is the host, which is this server.
          </p>
          <SnippetTabs />
        </Panel>
      )}
    </Page>
  )
}
