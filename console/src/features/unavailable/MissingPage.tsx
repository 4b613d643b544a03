import { useProjectPath } from '@/app/project'
import { ButtonLink } from '@/components/Button'
import { EmptyState } from '@/components/EmptyState'
import { Page } from '@/components/Page'
import { Panel } from '@/components/Panel'

export function Component() {
  const path = useProjectPath()
  return (
    <Page title="Not found">
      <Panel>
        <EmptyState
          icon="search"
          title="There is no page at this address"
          action={<ButtonLink to={path('home')}>Go to the project’s home</ButtonLink>}
        />
      </Panel>
    </Page>
  )
}
