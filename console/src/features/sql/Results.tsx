import { useState } from 'react'
import type { TableResult, Timed } from '@/api/query'
import { Button } from '@/components/Button'
import { CopyButton } from '@/components/CopyButton'
import { CostLine } from '@/components/CostLine'
import { EmptyState } from '@/components/EmptyState'
import { Progress } from '@/components/Loading'
import { ErrorNotice } from '@/components/Notice'
import { Segmented } from '@/components/Segmented'
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
            <Button
              look="quiet"
              icon="download"
              onClick={() =>
                download('result.csv', toCsv(result.columns, result.results), 'text/csv')
              }
            >
              CSV
            </Button>
          </div>
          <div className={styles.resultBody}>
            {view === 'chart' && <ResultChart result={result} />}
            {view === 'table' && result.results.length > 0 && <ResultTable result={result} />}
            {view === 'table' && result.results.length === 0 && (
              <EmptyState icon="table" title="No rows" />
            )}
          </div>
        </>
      )}
    </section>
  )
}
