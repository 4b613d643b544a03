import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { messageOf } from '@/api/errors'
import { changeFlag, createFlag, deleteFlag, type Flag } from '@/api/flags'
import { useProject, useProjectPath } from '@/app/project'
import { Button } from '@/components/Button'
import { ErrorNotice, Notice } from '@/components/Notice'
import { Page } from '@/components/Page'
import { Panel } from '@/components/Panel'
import { toast } from '@/components/toast'
import { ConditionSets } from './ConditionSets'
import { fromDraft, type FlagDraft } from './draft'
import { FlagBasics } from './FlagBasics'
import { FlagCode } from './FlagCode'
import { FlagHistory } from './FlagHistory'
import { FlagUsage } from './FlagUsage'
import { problems } from './problems'
import { TestUser } from './TestUser'
import { VariantsEditor } from './VariantsEditor'
import styles from './Flags.module.css'

interface FlagEditorProps {
  flag?: Flag
  start: FlagDraft
}

export function FlagEditor({ flag, start }: FlagEditorProps) {
  const { id } = useProject()
  const path = useProjectPath()
  const navigate = useNavigate()
  const client = useQueryClient()
  const [draft, setDraft] = useState(start)
  const change = (next: Partial<FlagDraft>) => setDraft({ ...draft, ...next })
  const known = () => client.invalidateQueries({ queryKey: ['flags', id] })
  const save = useMutation({
    mutationFn: () =>
      flag ? changeFlag(id, flag.id, fromDraft(draft)) : createFlag(id, fromDraft(draft)),
    onSuccess: async (saved) => {
      await known()
      toast(`${saved.key} is saved.`)
      if (!flag) await navigate(path(`flags/${saved.id}`), { replace: true })
    },
  })
  const remove = useMutation({
    mutationFn: (flagId: number) => deleteFlag(id, flagId),
    onSuccess: async () => {
      await navigate(path('flags'))
      await known()
    },
    onError: (error) => toast(messageOf(error), 'bad'),
  })
  const wrong = problems(draft)
  const changed = JSON.stringify(draft) !== JSON.stringify(start)
  return (
    <Page
      title={flag?.key ?? 'New flag'}
      actions={
        <>
          {flag && (
            <Button
              look="quiet"
              icon="trash"
              busy={remove.isPending}
              onClick={() => {
                if (
                  window.confirm(`Apps that ask for “${flag.key}” get no more answer. Delete it?`)
                ) {
                  remove.mutate(flag.id)
                }
              }}
            >
              Delete
            </Button>
          )}
          {flag && changed && <Button onClick={() => setDraft(start)}>Discard the changes</Button>}
          <Button
            look="primary"
            icon="save"
            disabled={wrong.length > 0 || (flag !== undefined && !changed)}
            busy={save.isPending}
            onClick={() => save.mutate()}
          >
            {flag ? 'Save' : 'Create'}
          </Button>
        </>
      }
    >
      {save.error && <ErrorNotice error={save.error} />}
      {changed && wrong.length > 0 && <Notice tone="warn">{wrong.join('\n')}</Notice>}
      <div className={styles.columns}>
        <div className={styles.column}>
          <FlagBasics draft={draft} onChange={change} />
          <VariantsEditor draft={draft} onChange={change} />
          <ConditionSets draft={draft} onChange={change} />
        </div>
        <div className={styles.column}>
          {flag && <TestUser flag={flag} draft={draft} />}
          {flag && <FlagUsage flagKey={flag.key} />}
          <Panel title="In your code">
            <FlagCode draft={draft} />
          </Panel>
          {flag && <FlagHistory flag={flag} />}
        </div>
      </div>
    </Page>
  )
}
