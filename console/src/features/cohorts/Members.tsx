import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { messageOf } from '@/api/errors'
import {
  addMembers,
  cohortMembersQuery,
  removeMember,
  type Cohort,
  type CohortMember,
} from '@/api/cohorts'
import { useProject } from '@/app/project'
import { Button } from '@/components/Button'
import { Field } from '@/components/Field'
import { Loading } from '@/components/Loading'
import { ErrorNotice } from '@/components/Notice'
import { Panel } from '@/components/Panel'
import { toast } from '@/components/toast'
import table from '@/components/table.module.css'
import { PersonLink } from '@/features/persons/PersonLink'
import { personName } from '@/features/persons/personName'
import { formatNumber } from '@/format/numbers'
import styles from './Cohorts.module.css'

/** Who is on the list, and a way to put more on it. */
export function Members({ cohort }: { cohort: Cohort }) {
  const { id } = useProject()
  const client = useQueryClient()
  const { data, error, refetch } = useQuery(cohortMembersQuery(id, cohort.id))
  const [typed, setTyped] = useState('')
  const ids = typed
    .split(/[\n,;]/)
    .map((one) => one.trim())
    .filter((one) => one !== '')
  const known = () => client.invalidateQueries({ queryKey: ['cohorts', id] })
  const add = useMutation({
    mutationFn: () => addMembers(id, cohort.id, ids),
    onSuccess: async ({ added }) => {
      setTyped('')
      toast(`${formatNumber(added)} on the list.`)
      await known()
    },
    onError: (failure) => toast(messageOf(failure), 'bad'),
  })
  return (
    <Panel title={data ? `On the list: ${formatNumber(data.count)}` : 'On the list'}>
      <Field label="Add persons" hint="Distinct ids, one a line. They may come before the person.">
        {(control) => (
          <textarea
            {...control}
            className={styles.ids}
            rows={3}
            value={typed}
            spellCheck={false}
            onChange={(event) => setTyped(event.target.value)}
          />
        )}
      </Field>
      <div>
        <Button
          icon="plus"
          disabled={ids.length === 0}
          busy={add.isPending}
          onClick={() => add.mutate()}
        >
          Add {ids.length > 0 ? formatNumber(ids.length) : ''}
        </Button>
      </div>
      {error && <ErrorNotice error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading lines={3} />}
      {data && data.results.length > 0 && (
        <table className={table.table}>
          <tbody>
            {data.results.map((member) => (
              <Row key={member.id} cohort={cohort} member={member} onRemoved={known} />
            ))}
          </tbody>
        </table>
      )}
      {data && data.count > data.results.length && (
        <p className={styles.what}>The first {data.results.length} are shown.</p>
      )}
    </Panel>
  )
}

interface RowProps {
  cohort: Cohort
  member: CohortMember
  onRemoved: () => Promise<unknown>
}

function Row({ cohort, member, onRemoved }: RowProps) {
  const { id } = useProject()
  const name = personName(member.properties, member.id)
  const remove = useMutation({
    mutationFn: () => removeMember(id, cohort.id, member.id),
    onSuccess: onRemoved,
    onError: (failure) => toast(messageOf(failure), 'bad'),
  })
  return (
    <tr>
      <td>
        <PersonLink id={member.id} name={name} distinctId={member.distinct_ids[0] ?? member.id} />
      </td>
      <td className={table.number}>
        <Button
          look="quiet"
          icon="close"
          aria-label={`Take ${name} off the list`}
          busy={remove.isPending}
          onClick={() => remove.mutate()}
        />
      </td>
    </tr>
  )
}
