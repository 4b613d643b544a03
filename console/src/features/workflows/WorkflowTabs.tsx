import { useProjectPath } from '@/app/project'
import { Tabs } from '@/components/Tabs'

export function WorkflowTabs({ id }: { id: string }) {
  const path = useProjectPath()
  return (
    <Tabs
      label="Parts of the workflow"
      tabs={[
        { to: path(`workflows/${id}`), label: 'Steps', end: true },
        { to: path(`workflows/${id}/runs`), label: 'Runs' },
      ]}
    />
  )
}
