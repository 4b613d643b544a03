import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { mergeIssues, type CountedIssue } from '@/api/issues'
import { useProject } from '@/app/project'
import { Button } from '@/components/Button'
import { Dialog } from '@/components/Dialog'
import { ErrorNotice } from '@/components/Notice'
import { toast } from '@/components/toast'
import { plural } from '@/format/numbers'
import { largest } from './merging'
import { useForgetIssues } from './useIssueChanges'
import styles from './Merge.module.css'

interface MergeChosenProps {
  issues: CountedIssue[]
  onClose: () => void
  onDone: () => void
}

/** Makes one issue of the chosen ones. */
export function MergeChosen({ issues: given, onClose, onDone }: MergeChosenProps) {
  // The list behind may change meanwhile.
  const [issues] = useState(given)
  const { id } = useProject()
  const forget = useForgetIssues()
  const [kept, setKept] = useState(largest(issues))
  const merge = useMutation({
    mutationFn: () =>
      mergeIssues(
        id,
        kept,
        issues.map((issue) => issue.id).filter((other) => other !== kept),
      ),
    onSuccess: () => {
      toast(`${plural(issues.length, 'issue')} are one now.`)
      onDone()
    },
    // Also after a failure: it may have come when a part of it was done.
    onSettled: forget,
  })
  return (
    <Dialog
      title={`Merge ${plural(issues.length, 'issue')}`}
      size="large"
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button look="primary" busy={merge.isPending} onClick={() => merge.mutate()}>
            Merge
          </Button>
        </>
      }
    >
      <fieldset className={styles.choices}>
        <legend>Which one stays? The exceptions of the others become part of it.</legend>
        {issues.map((issue) => (
          <label key={issue.id} className={styles.choice}>
            <input
              type="radio"
              name="kept"
              checked={kept === issue.id}
              onChange={() => setKept(issue.id)}
            />
            <span className={styles.what}>
              <strong>{issue.name}</strong>
              <span>{issue.description}</span>
            </span>
            <span className={styles.times}>
              {plural(issue.aggregations.occurrences, 'occurrence')}
            </span>
          </label>
        ))}
      </fieldset>
      {merge.error && <ErrorNotice error={merge.error} />}
    </Dialog>
  )
}
