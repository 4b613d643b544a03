import { useMutation, useQueryClient } from '@tanstack/react-query'
import { messageOf } from '@/api/errors'
import { deleteSymbolSet, type SymbolSet } from '@/api/symbolSets'
import { useProject } from '@/app/project'
import { Badge } from '@/components/Badge'
import { Button } from '@/components/Button'
import { Time } from '@/components/Time'
import { toast } from '@/components/toast'
import table from '@/components/table.module.css'
import styles from './First.module.css'

export function SymbolSetTable({ sets }: { sets: SymbolSet[] }) {
  return (
    <table className={table.table}>
      <thead>
        <tr>
          <th>State</th>
          <th>Chunk</th>
          <th>Release</th>
          <th>What is wrong</th>
          <th className={table.number}>Since</th>
          <th aria-label="Actions" />
        </tr>
      </thead>
      <tbody>
        {sets.map((set) => (
          <Row key={set.id} set={set} />
        ))}
      </tbody>
    </table>
  )
}

function Row({ set }: { set: SymbolSet }) {
  const { id } = useProject()
  const client = useQueryClient()
  const remove = useMutation({
    mutationFn: () => deleteSymbolSet(id, set.id),
    onSuccess: () => client.invalidateQueries({ queryKey: ['symbolSets', id] }),
    onError: (error) => toast(messageOf(error), 'bad'),
  })
  return (
    <tr>
      <td>{state(set)}</td>
      <td className={table.code} title={set.ref}>
        {set.ref}
      </td>
      <td>{set.release ? `${set.release.project} ${set.release.version}` : '–'}</td>
      <td className={styles.failure} title={set.failure_reason ?? undefined}>
        {set.failure_reason ?? ''}
      </td>
      <td className={`${table.number} ${table.time}`}>
        <Time value={set.created_at} look="ago" />
      </td>
      <td className={table.number}>
        <Button
          look="quiet"
          icon="trash"
          aria-label={`Delete the source map of ${set.ref}`}
          busy={remove.isPending}
          onClick={() => {
            if (window.confirm(`Delete the source map of ${set.ref}?`)) remove.mutate()
          }}
        />
      </td>
    </tr>
  )
}

function state(set: SymbolSet) {
  if (set.failure_reason) return <Badge tone="bad">broken</Badge>
  return set.uploaded ? <Badge tone="good">usable</Badge> : <Badge tone="warn">missing</Badge>
}
