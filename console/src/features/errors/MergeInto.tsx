import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { countedIssuesQuery, mergeIssues, type Issue } from '@/api/issues'
import { useProject } from '@/app/project'
import { Button } from '@/components/Button'
import { Dialog } from '@/components/Dialog'
import { Loading } from '@/components/Loading'
import { ErrorNotice } from '@/components/Notice'
import { SettledSearch } from '@/components/SettledSearch'
import { toast } from '@/components/toast'
import { plural } from '@/format/numbers'
import { useForgetIssues } from './useIssueChanges'
import styles from './Merge.module.css'

const OFFERED = 30

/** Chooses issues that have the same cause, and makes them part of this one. */
export function MergeInto({ issue, onClose }: { issue: Issue; onClose: () => void }) {
  const { id } = useProject()
  const forget = useForgetIssues()
  const [search, setSearch] = useState('')
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const { data, error } = useQuery(
    countedIssuesQuery(id, {
      dateRange: { date_from: 'all', date_to: null },
      status: 'all',
      ...(search.trim() && { searchQuery: search.trim() }),
      volumeResolution: 0,
      limit: OFFERED,
    }),
  )
  const others = data?.results.filter((other) => other.id !== issue.id)
  const merge = useMutation({
    mutationFn: () => mergeIssues(id, issue.id, [...chosen]),
    onSuccess: () => {
      toast(`${plural(chosen.size, 'issue')} merged into this one.`)
      onClose()
    },
    // Also after a failure: it may have come when a part of it was done.
    onSettled: forget,
  })
  const toggle = (other: string) => {
    const next = new Set(chosen)
    if (!next.delete(other)) next.add(other)
    setChosen(next)
  }
  return (
    <Dialog
      title={`Merge into ${issue.name}`}
      size="large"
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button
            look="primary"
            busy={merge.isPending}
            disabled={chosen.size === 0}
            onClick={() => merge.mutate()}
          >
            Merge {chosen.size > 0 && plural(chosen.size, 'issue')}
          </Button>
        </>
      }
    >
      <SettledSearch
        label="Search issues to merge"
        placeholder="Search by type, message, function or file"
        value={search}
        onSearch={setSearch}
      />
      {(error ?? merge.error) && <ErrorNotice error={error ?? merge.error} />}
      {!data && !error && <Loading lines={4} />}
      {others?.length === 0 && <p>There is no other issue like that.</p>}
      <div className={styles.list}>
        {others?.map((other) => (
          <label key={other.id} className={styles.choice}>
            <input
              type="checkbox"
              checked={chosen.has(other.id)}
              onChange={() => toggle(other.id)}
            />
            <span className={styles.what}>
              <strong>{other.name}</strong>
              <span>{other.description}</span>
            </span>
            <span className={styles.times}>
              {plural(other.aggregations.occurrences, 'occurrence')}
            </span>
          </label>
        ))}
      </div>
    </Dialog>
  )
}
