import { Button } from '@/components/Button'
import { Field } from '@/components/Field'
import { Input, Select } from '@/components/Input'
import { methods, type Method, type Webhook } from './step'
import type { DeedProps } from './deedProps'
import { TemplateField } from './TemplateField'
import styles from './Workflows.module.css'

export function WebhookForm({ does, properties, error, onChange }: DeedProps<Webhook>) {
  return (
    <>
      <Field label="Method" error={error('method')}>
        {(control) => (
          <Select
            {...control}
            value={does.method}
            onChange={(event) => onChange({ method: event.target.value as Method })}
          >
            {methods.map((method) => (
              <option key={method}>{method}</option>
            ))}
          </Select>
        )}
      </Field>
      <TemplateField
        label="Address"
        placeholder="https://hooks.slack.com/services/…"
        hint="Public addresses only. Values may stand in its path and query, not in the host."
        value={does.url}
        properties={properties}
        error={error('url')}
        onChange={(url) => onChange({ url })}
      />
      <TemplateField
        label="Body"
        lines={9}
        hint="JSON: a value between quotes is its text, one without quotes is itself, such as a number or a list."
        value={does.body}
        properties={properties}
        error={error('body')}
        onChange={(body) => onChange({ body })}
      />
      <Headers does={does} error={error('headers')} onChange={onChange} />
    </>
  )
}

type HeadersProps = Pick<DeedProps<Webhook>, 'does' | 'onChange'> & { error: string | undefined }

function Headers({ does, error, onChange }: HeadersProps) {
  const { headers } = does
  const replace = (index: number, next: { name?: string; value?: string }) =>
    onChange({ headers: headers.map((one, at) => (at === index ? { ...one, ...next } : one)) })
  return (
    <section className={styles.headers} aria-label="Headers">
      <h3>Headers</h3>
      {error && (
        <p role="alert" className={styles.badInk}>
          {error}
        </p>
      )}
      {headers.map((header, index) => (
        <div key={index} className={styles.header}>
          <Input
            aria-label="Name of the header"
            placeholder="Authorization"
            value={header.name}
            spellCheck={false}
            onChange={(event) => replace(index, { name: event.target.value })}
          />
          <Input
            aria-label={`Value of ${header.name}`}
            value={header.value}
            spellCheck={false}
            onChange={(event) => replace(index, { value: event.target.value })}
          />
          <Button
            look="quiet"
            icon="close"
            aria-label={`Remove the header ${header.name}`}
            onClick={() => onChange({ headers: headers.filter((_, at) => at !== index) })}
          />
        </div>
      ))}
      <div>
        <Button
          look="quiet"
          icon="plus"
          onClick={() => onChange({ headers: [...headers, { name: '', value: '' }] })}
        >
          Add a header
        </Button>
      </div>
      <p className={styles.hint}>
        Every request carries Idempotency-Key and X-Tenrec-Delivery, the same for every attempt of
        one step of one run.
      </p>
    </section>
  )
}
