import { useProjectPath } from '@/app/project'
import { Tabs } from '@/components/Tabs'

export function ErrorTabs() {
  const path = useProjectPath()
  return (
    <Tabs
      label="Error tracking"
      tabs={[
        { to: path('errors'), label: 'Issues', end: true },
        { to: path('errors/source-maps'), label: 'Source maps' },
      ]}
    />
  )
}
