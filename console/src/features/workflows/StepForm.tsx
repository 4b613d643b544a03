import { Field } from '@/components/Field'
import { Checkbox, Input, Select } from '@/components/Input'
import type { PropertyChoices } from '@/features/taxonomy/useTaxonomy'
import { ConditionForm } from './ConditionForm'
import type { DeedProps } from './deedProps'
import { EmailForm } from './EmailForm'
import { units, type Deed, type Delay, type Step, type Unit } from './step'
import { WebhookForm } from './WebhookForm'
import { kinds, unitLabels } from './words'
import styles from './Workflows.module.css'

interface StepFormProps {
  step: Step
  properties: PropertyChoices
  error: (field: string) => string | undefined
  onChange: (step: Step) => void
}

/** A step with all it needs. */
export function StepForm({ step, properties, error, onChange }: StepFormProps) {
  const { does } = step
  const rest = { properties, error }
  const change = (next: Partial<Deed>) => onChange({ ...step, does: { ...does, ...next } as Deed })
  const calls = does.type === 'webhook' || does.type === 'email'
  return (
    <>
      <Field label="Name of the step" error={error('id')}>
        {(control) => (
          <Input
            {...control}
            placeholder={kinds[does.type].label}
            value={step.name}
            maxLength={100}
            onChange={(event) => onChange({ ...step, name: event.target.value })}
          />
        )}
      </Field>
      {does.type === 'delay' && <DelayForm does={does} {...rest} onChange={change} />}
      {does.type === 'conditional_branch' && (
        <ConditionForm does={does} {...rest} onChange={change} />
      )}
      {does.type === 'webhook' && <WebhookForm does={does} {...rest} onChange={change} />}
      {does.type === 'email' && <EmailForm does={does} {...rest} onChange={change} />}
      {calls && (
        <>
          <Checkbox
            label="Go on with the next step when this one fails for good"
            checked={step.goesOn}
            onChange={(event) => onChange({ ...step, goesOn: event.target.checked })}
          />
          <p className={styles.hint}>
            It is tried up to five times, after 10 seconds, 40 seconds, 3 and 11 minutes. An answer
            that says the request itself is wrong is final at once.
          </p>
        </>
      )}
    </>
  )
}

function DelayForm({ does, error, onChange }: DeedProps<Delay>) {
  return (
    <Field
      label="How long"
      hint="At most 30 days. A run keeps waiting when machines stop and start."
      error={error('delay_duration')}
    >
      {(control) => (
        <span className={styles.pair}>
          <Input
            {...control}
            type="number"
            min={1}
            value={does.amount}
            onChange={(event) => onChange({ amount: event.target.value })}
          />
          <Select
            aria-label="Unit"
            value={does.unit}
            onChange={(event) => onChange({ unit: event.target.value as Unit })}
          >
            {units.map((unit) => (
              <option key={unit} value={unit}>
                {unitLabels[unit]}
              </option>
            ))}
          </Select>
        </span>
      )}
    </Field>
  )
}
