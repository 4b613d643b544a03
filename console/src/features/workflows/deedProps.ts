import type { PropertyChoices } from '@/features/taxonomy/useTaxonomy'
import type { Deed } from './step'

/** What the form of each kind of step gets. */
export interface DeedProps<T extends Deed> {
  does: T
  properties: PropertyChoices
  error: (field: string) => string | undefined
  onChange: (change: Partial<T>) => void
}
