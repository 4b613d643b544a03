import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { messageOf } from '@/api/errors'
import { deleteKey, keysQuery, type PersonalKey } from '@/api/keys'
import { Button } from '@/components/Button'
import { EmptyState } from '@/components/EmptyState'
import { Loading } from '@/components/Loading'
import { ErrorNotice } from '@/components/Notice'
import { Panel } from '@/components/Panel'
import { Time } from '@/components/Time'
import { toast } from '@/components/toast'
import table from '@/components/table.module.css'
import { CreateKey } from './CreateKey'

export function KeySettings() {
  const { data: keys, error, refetch } = useQuery(keysQuery)
  const [creating, setCreating] = useState(false)
  return (
    <Panel
      title="Personal API keys"
      flush
      actions={
        <Button icon="plus" onClick={() => setCreating(true)}>
          New key
        </Button>
      }
    >
      {error && <ErrorNotice error={error} onRetry={() => void refetch()} />}
      {!keys && !error && <Loading lines={3} />}
      {keys?.length === 0 && (
        <EmptyState icon="key" title="You have no personal API key">
          Programs use a key to read and change things as you: the API, SQL from a notebook,
          deployments. SDKs that only send events need the project token instead.
        </EmptyState>
      )}
      {keys && keys.length > 0 && (
        <table className={table.table}>
          <thead>
            <tr>
              <th>Name</th>
              <th>Key</th>
              <th>May</th>
              <th>Made</th>
              <th>Last used</th>
              <th aria-label="Actions" />
            </tr>
          </thead>
          <tbody>
            {keys.map((key) => (
              <KeyRow key={key.id} apiKey={key} />
            ))}
          </tbody>
        </table>
      )}
      {creating && <CreateKey onClose={() => setCreating(false)} />}
    </Panel>
  )
}

function KeyRow({ apiKey }: { apiKey: PersonalKey }) {
  const client = useQueryClient()
  const remove = useMutation({
    mutationFn: () => deleteKey(apiKey.id),
    onSuccess: () => client.invalidateQueries({ queryKey: keysQuery.queryKey }),
    onError: (error) => toast(messageOf(error), 'bad'),
  })
  const everything = apiKey.scopes.includes('*')
  return (
    <tr>
      <td>{apiKey.label}</td>
      <td className={table.code}>{apiKey.mask_value ?? '–'}</td>
      <td className={table.rest} title={apiKey.scopes.join(', ')}>
        {everything ? 'everything' : apiKey.scopes.join(', ')}
      </td>
      <td className={table.time}>
        <Time value={apiKey.created_at} look="ago" />
      </td>
      <td className={table.time}>
        {apiKey.last_used_at ? <Time value={apiKey.last_used_at} look="ago" /> : 'never'}
      </td>
      <td className={table.number}>
        <Button
          look="quiet"
          icon="trash"
          aria-label={`Delete the key ${apiKey.label}`}
          busy={remove.isPending}
          onClick={() => {
            if (window.confirm(`Programs that use “${apiKey.label}” stop working. Delete it?`)) {
              remove.mutate()
            }
          }}
        />
      </td>
    </tr>
  )
}
