import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { fingerprintsQuery, splitIssue, type Issue } from '@/api/issues'
import { useProject } from '@/app/project'
import { Button } from '@/components/Button'
import { Dialog } from '@/components/Dialog'
import { Loading } from '@/components/Loading'
import { ErrorNotice } from '@/components/Notice'
import { toast } from '@/components/toast'
import { plural } from '@/format/numbers'
import { useHogQL } from '@/hogql/useHogQL'
import { kindsOf, kindsQuery } from './kinds'
import { useForgetIssues } from './useIssueChanges'
import styles from './Merge.module.css'

/** Takes kinds of exceptions out of an issue: each becomes an issue of its own. */
export function SplitIssue({ issue, onClose }: { issue: Issue; onClose: () => void }) {
  const { id } = useProject()
  const forget = useForgetIssues()
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const fingerprints = useQuery(fingerprintsQuery(id, issue.id))
  const many = (fingerprints.data?.length ?? 0) > 1
  const seen = useHogQL(kindsQuery(fingerprints.data ?? []), { enabled: many })
  const ready = fingerprints.data && (!many || seen.data || seen.error)
  const kinds = fingerprints.data ? kindsOf(fingerprints.data, seen.data?.results ?? []) : []
  const split = useMutation({
    mutationFn: () => splitIssue(id, issue.id, [...chosen]),
    onSuccess: () => {
      toast(`${plural(chosen.size, 'new issue')} made.`)
      onClose()
    },
    onSettled: forget,
  })
  const toggle = (fingerprint: string) => {
    const next = new Set(chosen)
    if (!next.delete(fingerprint)) next.add(fingerprint)
    setChosen(next)
  }
  const error = fingerprints.error ?? split.error
  return (
    <Dialog
      title={`Split ${issue.name}`}
      size="large"
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button
            look="primary"
            busy={split.isPending}
            // One kind has to stay, or the issue would be empty.
            disabled={chosen.size === 0 || chosen.size >= kinds.length}
            onClick={() => split.mutate()}
          >
            Make {chosen.size > 0 ? plural(chosen.size, 'new issue') : 'new issues'}
          </Button>
        </>
      }
    >
      {error && <ErrorNotice error={error} />}
      {!ready && !error && <Loading lines={3} />}
      {ready && kinds.length < 2 && (
        <p>
          All exceptions of this issue are of one kind: they have the same type and stack. There is
          nothing to split.
        </p>
      )}
      {ready && kinds.length > 1 && (
        <>
          <p>
            This issue has {kinds.length} kinds of exceptions. Each chosen one becomes an issue of
            its own; at least one stays.
          </p>
          <div className={styles.list}>
            {kinds.map((kind) => (
              <label key={kind.fingerprint} className={styles.choice}>
                <input
                  type="checkbox"
                  checked={chosen.has(kind.fingerprint)}
                  onChange={() => toggle(kind.fingerprint)}
                />
                <span className={styles.what}>
                  <strong>{kind.title}</strong>
                  <span>{kind.place}</span>
                </span>
                <span className={styles.times}>{plural(kind.times, 'occurrence')}</span>
              </label>
            ))}
          </div>
        </>
      )}
    </Dialog>
  )
}
