import { Field } from '@/components/Field'
import { Input } from '@/components/Input'
import type { Email } from './step'
import type { DeedProps } from './deedProps'
import { TemplateField } from './TemplateField'

export function EmailForm({ does, properties, error, onChange }: DeedProps<Email>) {
  const rest = (field: 'to' | 'subject' | 'text' | 'html') => ({
    value: does[field],
    properties,
    error: error(field),
    onChange: (value: string) => onChange({ [field]: value }),
  })
  return (
    <>
      <Field
        label="From"
        hint="An address or domain that is verified in SES."
        error={error('from')}
      >
        {(control) => (
          <Input
            {...control}
            placeholder="Shop <shop@example.com>"
            value={does.from}
            onChange={(event) => onChange({ from: event.target.value })}
          />
        )}
      </Field>
      <TemplateField label="To" {...rest('to')} />
      <TemplateField label="Subject" {...rest('subject')} />
      <TemplateField label="Text" lines={8} {...rest('text')} />
      <TemplateField
        label="HTML"
        lines={5}
        hint="If you like. What values hold cannot add markup."
        {...rest('html')}
      />
    </>
  )
}
