import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Navigate, useLocation } from 'react-router'
import { sessionQuery, setupQuery } from '@/api/session'
import { ErrorNotice } from '@/components/Notice'
import { Splash } from '@/shell/Splash'

/** Shows its content to somebody who is signed in, and leads everybody else to setup or login. */
export function SignedIn({ children }: { children: ReactNode }) {
  const session = useQuery(sessionQuery)
  const setup = useQuery({ ...setupQuery, enabled: session.data === null })
  const { pathname, search } = useLocation()
  const failed = session.error ?? setup.error
  if (session.data) return children
  if (failed) {
    return (
      <Splash>
        <ErrorNotice
          error={failed}
          onRetry={() => void (session.error ? session.refetch() : setup.refetch())}
        />
      </Splash>
    )
  }
  if (!setup.data) return <Splash />
  if (!setup.data.owner_exists) return <Navigate to="/setup" replace />
  const next = pathname === '/' ? '' : `?next=${encodeURIComponent(pathname + search)}`
  return <Navigate to={`/login${next}`} replace />
}
