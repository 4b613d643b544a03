import { useState, type ReactNode } from 'react'
import { ButtonLink } from './Button'
import { EmptyState } from './EmptyState'
import { IconInput } from './Input'
import { Loading } from './Loading'
import { matches } from './match'
import { ErrorNotice } from './Notice'
import { Page } from './Page'
import { Panel } from './Panel'
import styles from './ListPage.module.css'

interface ListPageProps<T> {
  title: string
  lead: string
  /** What one of them is called, and several. */
  one: string
  several: string
  /** Where a new one is made. */
  create: { label: string; to: string }
  list: { data: T[] | undefined; error: Error | null; refetch: () => unknown }
  /** The texts of one that the search looks at. */
  texts: (item: T) => string[]
  /** What is said while there are none. */
  empty: ReactNode
  notice?: ReactNode
  /** The table of those that were found. */
  children: (found: T[]) => ReactNode
}

/** All of a kind, short enough to be read whole and searched here. */
export function ListPage<T>(props: ListPageProps<T>) {
  const { title, lead, one, several, create, list, texts, empty, notice, children } = props
  const { data, error, refetch } = list
  const [typed, setTyped] = useState('')
  const found = data?.filter((item) => matches(typed, ...texts(item)))
  return (
    <Page
      title={title}
      lead={lead}
      actions={
        <ButtonLink look="primary" icon="plus" to={create.to}>
          {create.label}
        </ButtonLink>
      }
    >
      {error && <ErrorNotice error={error} onRetry={() => void refetch()} />}
      {notice}
      {data && data.length > 0 && (
        <IconInput
          icon="search"
          aria-label={`Search ${several}`}
          placeholder={`Search ${several}`}
          className={styles.search ?? ''}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
      )}
      {!error && (
        <Panel flush>
          {!data && <Loading />}
          {data?.length === 0 && empty}
          {found && found.length > 0 && children(found)}
          {data && data.length > 0 && found?.length === 0 && (
            <EmptyState icon="search" title={`No ${one} is called that`} />
          )}
        </Panel>
      )}
    </Page>
  )
}
