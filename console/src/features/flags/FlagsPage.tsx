import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { messageOf } from '@/api/errors'
import { changeFlag, flagsQuery, type Flag } from '@/api/flags'
import { useProject, useProjectPath } from '@/app/project'
import { ButtonLink } from '@/components/Button'
import { EmptyState } from '@/components/EmptyState'
import { ItemName } from '@/components/ItemName'
import { ListPage } from '@/components/ListPage'
import { Switch } from '@/components/Switch'
import { Time } from '@/components/Time'
import { toast } from '@/components/toast'
import table from '@/components/table.module.css'
import { summary } from './summary'
import styles from './Flags.module.css'

export function Component() {
  const { id } = useProject()
  const path = useProjectPath()
  const list = useQuery(flagsQuery(id))
  return (
    <ListPage
      title="Feature flags"
      lead="Switch features on for some people, without a deployment."
      one="flag"
      several="flags"
      create={{ label: 'New flag', to: path('flags/new') }}
      list={list}
      texts={(flag) => [flag.key, flag.name]}
      empty={
        <EmptyState
          icon="flag"
          title="No flags yet"
          action={
            <ButtonLink icon="plus" to={path('flags/new')}>
              Make the first flag
            </ButtonLink>
          }
        >
          An app asks <code>posthog.isFeatureEnabled('new-checkout')</code>, and you decide here who
          gets a yes.
        </EmptyState>
      }
    >
      {(flags) => <FlagTable flags={flags} />}
    </ListPage>
  )
}

function FlagTable({ flags }: { flags: Flag[] }) {
  return (
    <table className={table.table}>
      <thead>
        <tr>
          <th>On</th>
          <th>Flag</th>
          <th>Who gets it</th>
          <th>Variants</th>
          <th className={table.number}>Changed</th>
        </tr>
      </thead>
      <tbody>
        {flags.map((flag) => (
          <Row key={flag.id} flag={flag} />
        ))}
      </tbody>
    </table>
  )
}

function Row({ flag }: { flag: Flag }) {
  const { id } = useProject()
  const path = useProjectPath()
  const client = useQueryClient()
  const toggle = useMutation({
    mutationFn: (active: boolean) => changeFlag(id, flag.id, { active }),
    onSuccess: (changed) => {
      toast(`${changed.key} is ${changed.active ? 'on' : 'off'}.`)
      return client.invalidateQueries({ queryKey: ['flags', id] })
    },
    onError: (error) => toast(messageOf(error), 'bad'),
  })
  const variants = flag.filters.multivariate?.variants ?? []
  return (
    <tr>
      <td className={styles.on}>
        <Switch
          label={`${flag.key} is on`}
          checked={flag.active}
          disabled={toggle.isPending}
          onChange={(active) => toggle.mutate(active)}
        />
      </td>
      <td className={table.rest}>
        <ItemName to={path(`flags/${flag.id}`)} note={flag.name} code>
          {flag.key}
        </ItemName>
      </td>
      <td className={table.rest} title={summary(flag)}>
        {flag.active ? summary(flag) : 'nobody: it is off'}
      </td>
      <td className={table.faint}>{variants.map((variant) => variant.key).join(', ') || '–'}</td>
      <td className={`${table.number} ${table.time}`}>
        <Time value={flag.updated_at} look="ago" />
      </td>
    </tr>
  )
}
