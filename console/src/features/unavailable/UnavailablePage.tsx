import { useLocation } from 'react-router'
import { useProjectPath } from '@/app/project'
import { ButtonLink } from '@/components/Button'
import { EmptyState } from '@/components/EmptyState'
import { Page } from '@/components/Page'
import { Panel } from '@/components/Panel'
import { unavailable } from '@/shell/navigation'

/** A product that this version does not have says so. */
export function Component() {
  const path = useProjectPath()
  const { pathname } = useLocation()
  const item = unavailable.find((candidate) => path(candidate.path) === pathname)
  if (!item) return null
  return (
    <Page title={item.label}>
      <Panel>
        <EmptyState
          icon={item.icon}
          title="Not part of this build"
          action={<ButtonLink to={path(item.instead.path)}>{item.instead.label}</ButtonLink>}
        >
          <p>{item.purpose}</p>
          <p>This version of Tenrec does not have it. {item.today}</p>
        </EmptyState>
      </Panel>
    </Page>
  )
}
