import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { messageOf } from '@/api/errors'
import { exportHogQL, type TableResult, type Timed } from '@/api/query'
import { useProject } from '@/app/project'
import { Button } from '@/components/Button'
import { CopyButton } from '@/components/CopyButton'
import { CostLine } from '@/components/CostLine'
import { EmptyState } from '@/components/EmptyState'
import { Progress } from '@/components/Loading'
import { ErrorNotice } from '@/components/Notice'
import { Segmented } from '@/components/Segmented'
import { toast } from '@/components/toast'
import { download, toCsv, toTabs } from './csv'
import { ResultChart } from './ResultChart'
import { ResultTable } from './ResultTable'
import styles from './SqlPage.module.css'

interface ResultsProps {
  result: Timed<TableResult> | undefined
  error: unknown
  running: boolean
}

const views = [
  { value: 'table', label: 'Table', icon: 'table' },
  { value: 'chart', label: 'Chart', icon: 'chart' },
] as const

export function Results({ result, error, running }: ResultsProps) {
  const [view, setView] = useState<'table' | 'chart'>('table')
  return (
    <section className={styles.results} aria-label="Result" aria-busy={running}>
      <Progress active={running} />
      {Boolean(error) && !running && (
        <div className={styles.error}>
          <ErrorNotice error={error} />
        </div>
      )}
      {!result && !error && (
        <EmptyState icon="code" title={running ? 'Running…' : 'Run a query to see its result'}>
          {!running && 'Ctrl or Cmd with Enter runs it.'}
        </EmptyState>
      )}
      {result && !error && (
        <>
          <div className={styles.resultBar}>
            <Segmented label="Show as" value={view} segments={views} onChange={setView} />
            <div className={styles.cost}>
              <CostLine took={result.took} cost={result.cost} rows={result.results.length} />
            </div>
            {result.hasMore && <span className={styles.cut}>there are more rows</span>}
            <CopyButton text={toTabs(result.columns, result.results)} />
            <SaveCsv result={result} />
          </div>
          <div className={styles.resultBody}>
            {result.results.length === 0 ? (
              <EmptyState icon="table" title="No rows">
                The query ran, and nothing met it.
              </EmptyState>
            ) : view === 'chart' ? (
              <ResultChart result={result} />
            ) : (
              <ResultTable result={result} />
            )}
          </div>
        </>
      )}
    </section>
  )
}

/** Saves the rows that are shown, or all of them where there are more. */
function SaveCsv({ result }: { result: TableResult }) {
  const { id } = useProject()
  const save = useMutation({
    mutationFn: async () =>
      result.hasMore && result.query
        ? exportHogQL(id, result.query)
        : toCsv(result.columns, result.results),
    onSuccess: (csv) => download('result.csv', csv, 'text/csv'),
    onError: (error) => toast(messageOf(error), 'bad'),
  })
  return (
    <Button look="quiet" icon="download" busy={save.isPending} onClick={() => save.mutate()}>
      CSV
    </Button>
  )
}
