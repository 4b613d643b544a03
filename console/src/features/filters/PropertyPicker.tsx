import { Picker } from '@/components/Picker'
import type { PropertyChoices } from '@/features/taxonomy/useTaxonomy'
import { propertyLabel } from '@/features/taxonomy/labels'
import type { PropertyOwner, PropertyRef } from './filter'

interface PropertyPickerProps {
  label: string
  placeholder?: string
  value: PropertyRef | null
  properties: PropertyChoices
  owners?: readonly PropertyOwner[]
  onPick: (property: PropertyRef) => void
}

const both: readonly PropertyOwner[] = ['event', 'person']

/** A property of the event or of its person. */
export function PropertyPicker(props: PropertyPickerProps) {
  const { label, placeholder = 'Property', value, properties, owners = both, onPick } = props
  const choices = owners.flatMap((owner) =>
    properties[owner].map((choice) => ({ ...choice, value: `${owner}.${choice.value}` })),
  )
  const known =
    value && choices.some((choice) => choice.value === `${value.type}.${value.property}`)
  if (value && !known) {
    choices.push({
      value: `${value.type}.${value.property}`,
      label: propertyLabel(value.property),
      group: value.type === 'event' ? 'Event properties' : 'Person properties',
    })
  }
  return (
    <Picker
      label={label}
      placeholder={placeholder}
      value={value && `${value.type}.${value.property}`}
      choices={choices}
      loading={properties.loading}
      free
      onPick={(picked) => {
        const [, type, property] = /^(event|person)\.(.+)$/s.exec(picked) ?? []
        const isKnown = choices.some((choice) => choice.value === picked)
        onPick(
          isKnown && type && property
            ? { type: type as PropertyOwner, property }
            : { type: owners[0] ?? 'event', property: picked },
        )
      }}
    />
  )
}
