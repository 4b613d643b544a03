import type { FlagFilter } from './filter'
import { meanings } from './operators'

/** A filter as the API takes it. */
export function writeFilter({ type, key, operator, value }: FlagFilter) {
  const values = value.filter((one) => one !== '')
  switch (meanings[operator].values) {
    case 'none':
      return { type, key, operator }
    case 'one':
      return { type, key, operator, value: values[0] }
    case 'many':
      return { type, key, operator, value: values }
  }
}
