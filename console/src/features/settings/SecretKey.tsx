import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { messageOf } from '@/api/errors'
import type { Project } from '@/api/projects'
import { dropPreviousSecret, rotateSecret, secretsQuery, type ProjectSecrets } from '@/api/secrets'
import { Button } from '@/components/Button'
import { CopyButton } from '@/components/CopyButton'
import { Loading } from '@/components/Loading'
import { ErrorNotice, Notice } from '@/components/Notice'
import { Panel } from '@/components/Panel'
import { Time } from '@/components/Time'
import { toast } from '@/components/toast'
import styles from './settings.module.css'

/** The key with which servers read flag definitions to evaluate flags themselves. */
export function SecretKey({ project }: { project: Project }) {
  const client = useQueryClient()
  const query = secretsQuery(project.id)
  const { data, error, refetch } = useQuery(query)
  const [made, setMade] = useState<string | null>(null)
  const store = (secrets: ProjectSecrets) => client.setQueryData(query.queryKey, secrets)
  const rotate = useMutation({
    mutationFn: () => rotateSecret(project.id),
    onSuccess: async (secrets) => {
      setMade(secrets.secret_api_token)
      await client.invalidateQueries({ queryKey: query.queryKey })
    },
    onError: (failure) => toast(messageOf(failure), 'bad'),
  })
  const drop = useMutation({
    mutationFn: () => dropPreviousSecret(project.id),
    onSuccess: (secrets) => {
      store(secrets)
      toast('The previous key has ended.')
    },
    onError: (failure) => toast(messageOf(failure), 'bad'),
  })
  return (
    <Panel
      title="Secret key"
      actions={
        <Button icon="refresh" look="quiet" busy={rotate.isPending} onClick={() => rotate.mutate()}>
          {data?.secret_api_token ? 'New key' : 'Make a key'}
        </Button>
      }
    >
      <p>
        Servers read the definitions of feature flags with it, to evaluate flags without asking. It
        can read nothing else. Keep it out of browsers and apps.
      </p>
      {error && <ErrorNotice error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading lines={1} />}
      {made && (
        <Notice tone="warn">
          Copy the key now: it is shown only this once. The key before it goes on working until you
          end it.
        </Notice>
      )}
      {data?.secret_api_token && (
        <div className={styles.copyable}>
          <span className={styles.copyLabel}>Key</span>
          <code>{made ?? data.secret_api_token}</code>
          {made ? (
            <CopyButton text={made} />
          ) : (
            data.secret_api_token_created_at && (
              <Time value={data.secret_api_token_created_at} look="ago" />
            )
          )}
        </div>
      )}
      {data?.secret_api_token_backup && (
        <div className={styles.copyable}>
          <span className={styles.copyLabel}>Previous key</span>
          <code>{data.secret_api_token_backup}</code>
          <Button look="quiet" busy={drop.isPending} onClick={() => drop.mutate()}>
            End it
          </Button>
        </div>
      )}
    </Panel>
  )
}
