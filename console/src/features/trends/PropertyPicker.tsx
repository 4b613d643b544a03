import { Picker } from '@/components/Picker'
import type { PropertyChoices } from '@/features/taxonomy/useTaxonomy'
import type { Breakdown } from './model'

interface PropertyPickerProps {
  label: string
  placeholder?: string
  value: Breakdown | null
  properties: PropertyChoices
  onPick: (property: Breakdown) => void
}

/** A property of the event or of its person. */
export function PropertyPicker(props: PropertyPickerProps) {
  const { label, placeholder = 'Property', value, properties, onPick } = props
  const choices = [
    ...properties.event.map((choice) => ({ ...choice, value: `event.${choice.value}` })),
    ...properties.person.map((choice) => ({ ...choice, value: `person.${choice.value}` })),
  ]
  const known =
    value && choices.some((choice) => choice.value === `${value.type}.${value.property}`)
  if (value && !known) {
    choices.push({
      value: `${value.type}.${value.property}`,
      label: value.property,
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
            ? { type: type as Breakdown['type'], property }
            : { type: 'event', property: picked },
        )
      }}
    />
  )
}
