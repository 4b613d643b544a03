import { Button } from '@/components/Button'
import { Menu } from '@/components/Menu'
import type { StepType } from './step'
import { kinds, offered } from './words'
import styles from './Flow.module.css'

export function AddStep({ onAdd }: { onAdd: (type: StepType) => void }) {
  return (
    <Menu
      trigger={(toggle) => (
        <Button {...toggle} icon="plus" className={styles.add ?? ''} aria-label="Add a step here" />
      )}
      items={offered.map((type) => ({
        label: kinds[type].label,
        icon: kinds[type].icon,
        hint: kinds[type].hint,
        onSelect: () => onAdd(type),
      }))}
    />
  )
}
