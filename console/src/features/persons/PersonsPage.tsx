import { useDeferredValue, useState } from 'react'
import { Button } from '@/components/Button'
import { CostLine } from '@/components/CostLine'
import { EmptyState } from '@/components/EmptyState'
import { IconInput } from '@/components/Input'
import { Loading, Progress } from '@/components/Loading'
import { ErrorNotice } from '@/components/Notice'
import { Page } from '@/components/Page'
import { Panel } from '@/components/Panel'
import { SnippetTabs } from '@/features/snippets/SnippetTabs'
import { Time } from '@/components/Time'
import table from '@/components/table.module.css'
import { jsonObject, text } from '@/hogql/rows'
import { useHogQL } from '@/hogql/useHogQL'
import { PAGE, personsQuery } from './person'
import { PersonLink } from './PersonLink'
import { personName } from './personName'
import styles from './Persons.module.css'

export function Component() {
  const [search, setSearch] = useState('')
  const [page, setPage] = useState(0)
  const wanted = useDeferredValue(search)
  const { data, error, isFetching, refetch } = useHogQL(personsQuery(wanted, page))
  const rows = data?.results.slice(0, PAGE) ?? []
  const more = (data?.results.length ?? 0) > PAGE
  return (
    <Page title="Persons">
      <IconInput
        icon="search"
        aria-label="Search persons"
        placeholder="Email, name, distinct id or person id"
        className={styles.search ?? ''}
        value={search}
        onChange={(event) => {
          setSearch(event.target.value)
          setPage(0)
        }}
      />
      {error && <ErrorNotice error={error} onRetry={() => void refetch()} />}
      <Panel flush>
        <Progress active={isFetching} />
        {!data && !error && <Loading lines={8} />}
        {rows.length > 0 && <PersonTable rows={rows} />}
        {data && rows.length === 0 && (wanted ? <NobodyFound /> : <Nobody />)}
      </Panel>
      {data && (
        <div className={styles.foot}>
          <CostLine took={data.took} cost={data.cost} rows={rows.length} />
          {(page > 0 || more) && (
            <div className={styles.pages}>
              <Button disabled={page === 0} onClick={() => setPage(page - 1)}>
                Newer
              </Button>
              <Button disabled={!more} onClick={() => setPage(page + 1)}>
                Older
              </Button>
            </div>
          )}
        </div>
      )}
    </Page>
  )
}

function PersonTable({ rows }: { rows: unknown[][] }) {
  return (
    <table className={table.table}>
      <thead>
        <tr>
          <th>Person</th>
          <th>Name</th>
          <th>Country</th>
          <th>Id</th>
          <th className={table.number}>First seen</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => {
          const id = text(row[0])
          const properties = jsonObject(row[2])
          const country = properties['$geoip_country_name'] ?? properties['country']
          return (
            <tr key={id}>
              <td>
                <PersonLink id={id} name={personName(properties, id)} />
              </td>
              <td>{text(properties['name']) || '–'}</td>
              <td>{text(country) || '–'}</td>
              <td className={`${table.code} ${table.faint}`}>{id}</td>
              <td className={`${table.number} ${table.time}`}>
                <Time value={row[1]} look="ago" />
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

function NobodyFound() {
  return (
    <EmptyState icon="search" title="Nobody was found">
      The search looks for a part of the email or the name, and for whole ids.
    </EmptyState>
  )
}

function Nobody() {
  return (
    <>
      <EmptyState icon="people" title="No persons yet">
        A person appears when an app calls <code>posthog.identify</code>, or sends events that keep
        a profile. Anonymous visitors are counted in insights without one.
      </EmptyState>
      <div className={styles.snippets}>
        <SnippetTabs />
      </div>
    </>
  )
}
