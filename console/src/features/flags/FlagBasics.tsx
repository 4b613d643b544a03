import { Field } from '@/components/Field'
import { Input } from '@/components/Input'
import { Panel } from '@/components/Panel'
import { Switch } from '@/components/Switch'
import type { FlagDraft } from './draft'
import styles from './Flags.module.css'

interface PartProps {
  draft: FlagDraft
  onChange: (change: Partial<FlagDraft>) => void
}

/** What the flag is called and whether it is on at all. */
export function FlagBasics({ draft, onChange }: PartProps) {
  return (
    <Panel
      title="Flag"
      actions={
        <span className={styles.state}>
          {draft.active ? 'On' : 'Off: nobody gets it'}
          <Switch
            label="The flag is on"
            checked={draft.active}
            onChange={(active) => onChange({ active })}
          />
        </span>
      }
    >
      <Field label="Key" hint="What apps ask for. Changing it later needs a change in their code.">
        {(control) => (
          <Input
            {...control}
            className={styles.code ?? ''}
            placeholder="new-checkout"
            value={draft.key}
            maxLength={400}
            spellCheck={false}
            onChange={(event) => onChange({ key: event.target.value })}
          />
        )}
      </Field>
      <Field label="What it is for">
        {(control) => (
          <Input
            {...control}
            value={draft.name}
            onChange={(event) => onChange({ name: event.target.value })}
          />
        )}
      </Field>
    </Panel>
  )
}
