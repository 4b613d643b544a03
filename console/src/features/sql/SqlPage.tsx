import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useNavigate } from 'react-router'
import { messageOf } from '@/api/errors'
import { changeInsight } from '@/api/insights'
import { useProject, useProjectPath } from '@/app/project'
import { Button } from '@/components/Button'
import { Menu } from '@/components/Menu'
import { NotLoadedPage } from '@/components/NotLoadedPage'
import { Page } from '@/components/Page'
import { toast } from '@/components/toast'
import { InsightDescription, InsightName } from '@/features/insights/InsightText'
import { SaveInsight } from '@/features/insights/SaveInsight'
import { commandKey } from '@/shell/useShortcut'
import { HogQLEditor, type EditorHandle } from './HogQLEditor'
import { Results } from './Results'
import { SchemaTree } from './SchemaTree'
import { schemaQuery, type Table } from './schema'
import { useSql } from './useSql'
import styles from './SqlPage.module.css'

const none: Table[] = []

export function Component() {
  const { id } = useProject()
  const sql = useSql()
  const editor = useRef<EditorHandle>(null)
  const path = useProjectPath()
  const { data: tables = none } = useQuery(schemaQuery(id))
  if (sql.saved.error) {
    return (
      <NotLoadedPage
        one="insight"
        icon="code"
        error={sql.saved.error}
        onRetry={() => void sql.saved.refetch()}
        all={{ label: 'All insights', to: path('insights') }}
      />
    )
  }
  return (
    <Page
      title={sql.insight?.name || 'SQL'}
      fill
      heading={sql.insight && <InsightName insight={sql.insight} />}
      lead={sql.insight && <InsightDescription insight={sql.insight} />}
      actions={
        <>
          {sql.history.length > 0 && (
            <Menu
              align="end"
              header="Run in this browser"
              trigger={(toggle) => (
                <Button look="quiet" icon="clock" aria-haspopup="menu" {...toggle}>
                  History
                </Button>
              )}
              items={sql.history.slice(0, 20).map((query, index) => ({
                label: `${index + 1}. ${query.replaceAll(/\s+/g, ' ')}`,
                onSelect: () => sql.setQuery(query),
              }))}
            />
          )}
          <SaveSql query={sql.query} insightId={sql.insight?.id} />
          {sql.running ? (
            <Button icon="close" onClick={sql.cancel}>
              Stop waiting
            </Button>
          ) : (
            <Button
              look="primary"
              icon="play"
              title={`${commandKey}Enter`}
              onClick={() => sql.run()}
            >
              Run
            </Button>
          )}
        </>
      }
    >
      <div className={styles.layout}>
        <aside className={styles.schema} aria-label="Tables">
          <SchemaTree tables={tables} onInsert={(text) => editor.current?.insert(text)} />
        </aside>
        <div className={styles.work}>
          <div className={styles.editor}>
            <HogQLEditor
              ref={editor}
              value={sql.query}
              tables={tables}
              marks={sql.marks}
              onChange={sql.setQuery}
              onRun={() => sql.run()}
            />
          </div>
          <Results result={sql.result} error={sql.error} running={sql.running} />
        </div>
      </div>
    </Page>
  )
}

function SaveSql({ query, insightId }: { query: string; insightId: number | undefined }) {
  const { id } = useProject()
  const navigate = useNavigate()
  const client = useQueryClient()
  const [naming, setNaming] = useState(false)
  const node = { kind: 'HogQLQuery', query }
  const save = useMutation({
    mutationFn: (saved: number) => changeInsight(id, saved, { query: node }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['insights', id] })
      toast('The query is saved.')
    },
    onError: (error) => toast(messageOf(error), 'bad'),
  })
  return (
    <>
      <Button
        icon="save"
        busy={save.isPending}
        disabled={!query.trim()}
        onClick={() => (insightId === undefined ? setNaming(true) : save.mutate(insightId))}
      >
        Save
      </Button>
      {naming && (
        <SaveInsight
          suggestion="Query"
          query={node}
          onClose={() => setNaming(false)}
          onSaved={(saved) => void navigate(`/project/${id}/sql?insight=${saved.id}`)}
        />
      )}
    </>
  )
}
