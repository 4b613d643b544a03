import { Button } from '@/components/Button'
import { Field } from '@/components/Field'
import { Input } from '@/components/Input'
import { Panel } from '@/components/Panel'
import { Segmented } from '@/components/Segmented'
import { equalShares, type FlagDraft, type Variant } from './draft'
import styles from './Flags.module.css'

interface PartProps {
  draft: FlagDraft
  onChange: (change: Partial<FlagDraft>) => void
}

const kinds = [
  { value: 'boolean', label: 'On or off' },
  { value: 'variants', label: 'Several variants' },
] as const

const PAYLOAD = '{"color": "green"}'

/** What those who get the flag get: a yes, or one of several variants. */
export function VariantsEditor({ draft, onChange }: PartProps) {
  const { variants } = draft
  const share = (all: Variant[]) => {
    const shares = equalShares(all.length)
    return all.map((variant, index) => ({ ...variant, share: shares[index] ?? 0 }))
  }
  const replace = (index: number, change: Partial<Variant>) =>
    onChange({
      variants: variants.map((one, at) => (at === index ? { ...one, ...change } : one)),
    })
  return (
    <Panel
      title="What they get"
      actions={
        <Segmented
          label="Kind of flag"
          value={variants.length > 0 ? 'variants' : 'boolean'}
          segments={kinds}
          onChange={(kind) =>
            onChange({
              variants: kind === 'boolean' ? [] : share([named('control'), named('test')]),
            })
          }
        />
      }
    >
      {variants.length === 0 ? (
        <Field label="Payload" hint="JSON that comes along with the yes, if the app needs more.">
          {(control) => (
            <Input
              {...control}
              className={styles.code ?? ''}
              placeholder={PAYLOAD}
              value={draft.payload}
              spellCheck={false}
              onChange={(event) => onChange({ payload: event.target.value })}
            />
          )}
        </Field>
      ) : (
        <>
          <ul className={styles.variants}>
            {variants.map((variant, index) => (
              <VariantRow
                key={index}
                variant={variant}
                onChange={(change) => replace(index, change)}
                onRemove={
                  variants.length > 1
                    ? () => onChange({ variants: variants.filter((_, at) => at !== index) })
                    : null
                }
              />
            ))}
          </ul>
          <div className={styles.row}>
            <Button
              icon="plus"
              onClick={() =>
                onChange({ variants: share([...variants, named(`test-${variants.length}`)]) })
              }
            >
              Add a variant
            </Button>
            <Button look="quiet" onClick={() => onChange({ variants: share(variants) })}>
              Share equally
            </Button>
          </div>
        </>
      )}
    </Panel>
  )
}

const named = (key: string): Variant => ({ key, name: '', share: 0, payload: '' })

interface VariantRowProps {
  variant: Variant
  onChange: (change: Partial<Variant>) => void
  onRemove: (() => void) | null
}

function VariantRow({ variant, onChange, onRemove }: VariantRowProps) {
  return (
    <li className={styles.variant}>
      <Input
        aria-label="Key of the variant"
        className={styles.code ?? ''}
        value={variant.key}
        spellCheck={false}
        onChange={(event) => onChange({ key: event.target.value })}
      />
      <span className={styles.percent}>
        <Input
          type="number"
          aria-label={`Share of ${variant.key} in percent`}
          min={0}
          max={100}
          value={variant.share}
          onChange={(event) => onChange({ share: Number(event.target.value) })}
        />
        %
      </span>
      <Input
        aria-label={`Payload of ${variant.key}`}
        className={styles.code ?? ''}
        placeholder={`Payload: ${PAYLOAD}`}
        value={variant.payload}
        spellCheck={false}
        onChange={(event) => onChange({ payload: event.target.value })}
      />
      <Button
        look="quiet"
        icon="close"
        aria-label={`Remove ${variant.key}`}
        disabled={!onRemove}
        onClick={onRemove ?? undefined}
      />
    </li>
  )
}
