/** Shown as a stack, and as text only where somebody wants the JSON. */
const stacks = new Set(['$exception_list', '$exception_fingerprint_record', '$exception_steps'])

export const withoutStacks = (properties: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(properties).filter(([name]) => !stacks.has(name)))
