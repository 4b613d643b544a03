import type { Order } from '@/api/issues'
import { Icon } from '@/components/Icon'
import table from '@/components/table.module.css'
import type { ListState } from './listState'
import styles from './Issues.module.css'

interface OrderHeaderProps {
  order: Order
  label: string
  state: ListState
  onOrder: (order: Order) => void
  className?: string | undefined
}

/** The head of a column that the list can be ordered by. */
export function OrderHeader({ order, label, state, onOrder, className }: OrderHeaderProps) {
  const current = state.order === order
  const sort = current ? (state.ascending ? 'ascending' : 'descending') : undefined
  return (
    <th className={`${table.number} ${className ?? ''}`} aria-sort={sort}>
      <button type="button" className={styles.order} onClick={() => onOrder(order)}>
        {label}
        <span className={`${styles.arrow} ${state.ascending ? styles.up : ''}`}>
          {current && <Icon name="chevronDown" size={11} />}
        </span>
      </button>
    </th>
  )
}
