import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import { createKey, keysQuery } from '@/api/keys'
import { Button } from '@/components/Button'
import { CodeBlock } from '@/components/CodeBlock'
import { Dialog } from '@/components/Dialog'
import { Field } from '@/components/Field'
import { Checkbox, Input } from '@/components/Input'
import { ErrorNotice, Notice } from '@/components/Notice'
import { scopes } from './scopes'
import styles from './settings.module.css'

export function CreateKey({ onClose }: { onClose: () => void }) {
  const client = useQueryClient()
  const [label, setLabel] = useState('')
  const [chosen, setChosen] = useState<readonly string[]>(['query:read'])
  const create = useMutation({
    mutationFn: () => createKey({ label: label.trim(), scopes: [...chosen] }),
    onSuccess: () => client.invalidateQueries({ queryKey: keysQuery.queryKey }),
  })
  const toggle = (scope: string) =>
    setChosen(
      chosen.includes(scope) ? chosen.filter((other) => other !== scope) : [...chosen, scope],
    )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    create.mutate()
  }
  if (create.data?.value) {
    return (
      <Dialog
        title="Your new key"
        onClose={onClose}
        actions={
          <Button look="primary" onClick={onClose}>
            Done
          </Button>
        }
      >
        <Notice tone="warn">Copy it now: it is not shown again.</Notice>
        <CodeBlock caption={create.data.label} code={create.data.value} />
      </Dialog>
    )
  }
  return (
    <Dialog
      title="New personal API key"
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button
            look="primary"
            type="submit"
            form="create-key"
            busy={create.isPending}
            disabled={!label.trim() || chosen.length === 0}
          >
            Create
          </Button>
        </>
      }
    >
      <form id="create-key" onSubmit={submit} className={styles.form}>
        <Field label="Name" hint="Say what uses it: “notebook”, “deployment”.">
          {(control) => (
            <Input
              {...control}
              maxLength={40}
              value={label}
              onChange={(event) => setLabel(event.target.value)}
            />
          )}
        </Field>
        <fieldset className={styles.scopes}>
          <legend>It may</legend>
          {scopes.map(({ scope, label: meaning }) => (
            <Checkbox
              key={scope}
              label={meaning}
              checked={chosen.includes(scope)}
              onChange={() => toggle(scope)}
            />
          ))}
        </fieldset>
        {create.error && <ErrorNotice error={create.error} />}
      </form>
    </Dialog>
  )
}
