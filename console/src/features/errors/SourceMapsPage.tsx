import { useQuery } from '@tanstack/react-query'
import { symbolSetsQuery } from '@/api/symbolSets'
import { useProject } from '@/app/project'
import { EmptyState } from '@/components/EmptyState'
import { Loading } from '@/components/Loading'
import { ErrorNotice } from '@/components/Notice'
import { Page } from '@/components/Page'
import { Panel } from '@/components/Panel'
import { ErrorTabs } from './ErrorTabs'
import { HowToUpload } from './HowToUpload'
import { SymbolSetTable } from './SymbolSetTable'

/** The source maps that make minified stacks readable. */
export function Component() {
  const { id } = useProject()
  const { data, error, refetch } = useQuery(symbolSetsQuery(id))
  return (
    <Page
      title="Error tracking"
      lead="With source maps, stacks of minified code show the code as you wrote it."
    >
      <ErrorTabs />
      {error && <ErrorNotice error={error} onRetry={() => void refetch()} />}
      {!error && (
        <Panel flush title="Source maps of this project">
          {!data && <Loading lines={4} />}
          {data?.results.length === 0 && (
            <EmptyState icon="code" title="No source map yet">
              Nothing was uploaded, and no stack has asked for one.
            </EmptyState>
          )}
          {data && data.results.length > 0 && <SymbolSetTable sets={data.results} />}
        </Panel>
      )}
      <HowToUpload />
    </Page>
  )
}
