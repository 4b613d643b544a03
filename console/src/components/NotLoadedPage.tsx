import type { ReactNode } from 'react'
import { ApiError } from '@/api/errors'
import { ButtonLink } from './Button'
import { EmptyState } from './EmptyState'
import type { IconName } from './icons'
import { ErrorNotice } from './Notice'
import { Page } from './Page'
import { Panel } from './Panel'

interface NotLoadedPageProps {
  /** What it would have been, in lower case. */
  one: string
  icon: IconName
  error: Error
  onRetry: () => void
  /** Where all of them are. */
  all: { label: string; to: string }
  /** Why there may be none at this address. */
  children?: ReactNode
}

/** Instead of the page of something that does not exist, or cannot be loaded now. */
export function NotLoadedPage({ one, icon, error, onRetry, all, children }: NotLoadedPageProps) {
  return (
    <Page title={one.charAt(0).toUpperCase() + one.slice(1)}>
      {error instanceof ApiError && error.status === 404 ? (
        <Panel>
          <EmptyState
            icon={icon}
            title={`There is no such ${one}`}
            action={<ButtonLink to={all.to}>{all.label}</ButtonLink>}
          >
            {children ?? 'It was deleted, or the address is of another project.'}
          </EmptyState>
        </Panel>
      ) : (
        <ErrorNotice error={error} onRetry={onRetry} />
      )}
    </Page>
  )
}
