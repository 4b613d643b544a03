import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { messageOf } from '@/api/errors'
import { deleteRecordings, recordingsQuery } from '@/api/recordings'
import { useProject, useProjectPath } from '@/app/project'
import { Button, ButtonLink } from '@/components/Button'
import { EmptyState } from '@/components/EmptyState'
import { Loading, Progress } from '@/components/Loading'
import { ErrorNotice } from '@/components/Notice'
import { Page } from '@/components/Page'
import { Panel } from '@/components/Panel'
import { toast } from '@/components/toast'
import { plural } from '@/format/numbers'
import { firstColumn } from '@/hogql/rows'
import { useHogQL } from '@/hogql/useHogQL'
import {
  fromParameters,
  isFiltered,
  PAGE,
  sessionsQuery,
  toParameters,
  toQuery,
  type ListState,
} from './listState'
import { ListFilters } from './ListFilters'
import { RecordingTable } from './RecordingTable'
import { SwitchedOff } from './SwitchedOff'
import styles from './Replay.module.css'

export function Component() {
  const project = useProject()
  const path = useProjectPath()
  const [parameters, setParameters] = useSearchParams()
  const [page, setPage] = useState(0)
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const state = fromParameters(parameters)
  const found = useHogQL(sessionsQuery(state), { enabled: state.event !== '' })
  const sessions = state.event && found.data ? firstColumn(found.data) : null
  const list = useQuery({
    ...recordingsQuery(project.id, toQuery(state, page, sessions)),
    enabled: state.event === '' || sessions !== null,
    placeholderData: (before) => before,
    refetchInterval: 15_000,
  })
  const { data, isFetching, refetch } = list
  const error = list.error ?? (state.event ? found.error : null)
  const change = (changed: Partial<ListState>) => {
    setPage(0)
    setChosen(new Set())
    setParameters(toParameters({ ...state, ...changed }), { replace: true })
  }
  const recordings = data?.results ?? []
  const never = data && recordings.length === 0 && page === 0 && !isFiltered(state)
  return (
    <Page
      title="Session replay"
      lead="What people saw and did, as a film beside their events."
      actions={
        <ButtonLink icon="gear" to={path('settings/project')}>
          {project.session_recording_opt_in ? 'Recording is on' : 'Recording is off'}
        </ButtonLink>
      }
    >
      {!(never && !project.session_recording_opt_in) && (
        <ListFilters state={state} onChange={change} />
      )}
      {error && <ErrorNotice error={error} onRetry={() => void refetch()} />}
      {chosen.size > 0 && <Chosen ids={[...chosen]} onDone={() => setChosen(new Set())} />}
      <Panel flush>
        <Progress active={isFetching && !data} />
        {!data && !error && <Loading lines={8} />}
        {recordings.length > 0 && (
          <RecordingTable recordings={recordings} chosen={chosen} onChoose={setChosen} />
        )}
        {data && recordings.length === 0 && !never && (
          <EmptyState icon="filter" title="No recording matches">
            Take a filter away, or look further back.
          </EmptyState>
        )}
        {never && (project.session_recording_opt_in ? <Waiting /> : <SwitchedOff />)}
      </Panel>
      {(page > 0 || data?.has_next) && (
        <div className={styles.pages}>
          <Button disabled={page === 0} onClick={() => setPage(page - 1)}>
            Before
          </Button>
          <span>
            {page * PAGE + 1} to {page * PAGE + recordings.length}
          </span>
          <Button disabled={!data?.has_next} onClick={() => setPage(page + 1)}>
            Next
          </Button>
        </div>
      )}
    </Page>
  )
}

function Chosen({ ids, onDone }: { ids: string[]; onDone: () => void }) {
  const { id } = useProject()
  const client = useQueryClient()
  const remove = useMutation({
    mutationFn: () => deleteRecordings(id, ids),
    onSuccess: () => {
      toast(`${plural(ids.length, 'recording')} deleted.`)
      onDone()
      return client.invalidateQueries({ queryKey: ['recordings', id] })
    },
    onError: (error) => toast(messageOf(error), 'bad'),
  })
  const ask = () => {
    const what = plural(ids.length, 'recording')
    if (window.confirm(`Delete ${what}? What they show is overwritten and cannot come back.`)) {
      remove.mutate()
    }
  }
  return (
    <div className={styles.chosen} role="status">
      <span>{plural(ids.length, 'recording')} chosen</span>
      <Button look="danger" icon="trash" busy={remove.isPending} onClick={ask}>
        Delete
      </Button>
      <Button look="quiet" onClick={onDone}>
        Choose none
      </Button>
    </div>
  )
}

function Waiting() {
  return (
    <EmptyState icon="replay" title="Waiting for the first recording">
      Recording is on. Open a page of yours that loads posthog-js from this host, click around, and
      come back: a recording appears here within a minute.
    </EmptyState>
  )
}
