import type { Variant } from './draft'

export type Language = 'web' | 'node' | 'java'

export const languages = [
  { value: 'web', label: 'Web' },
  { value: 'node', label: 'Node.js' },
  { value: 'java', label: 'Java' },
] as const

/** A question for the flag in a language, as it is to be pasted. */
export function flagCode(language: Language, key: string, variants: Variant[]): string {
  const variant = variants.at(-1)?.key
  switch (language) {
    case 'web':
      return variant === undefined
        ? `posthog.onFeatureFlags(() => {
  if (posthog.isFeatureEnabled('${key}')) {
    // show it
  }
})`
        : `posthog.onFeatureFlags(() => {
  if (posthog.getFeatureFlag('${key}') === '${variant}') {
    // show ${variant}
  }
})`
    case 'node':
      return variant === undefined
        ? `if (await posthog.isFeatureEnabled('${key}', 'user-1')) {
  // do it
}`
        : `if ((await posthog.getFeatureFlag('${key}', 'user-1')) === '${variant}') {
  // do ${variant}
}`
    case 'java':
      return variant === undefined
        ? `if (posthog.isFeatureEnabled("user-1", "${key}", false)) {
  // do it
}`
        : `if ("${variant}".equals(posthog.getFeatureFlag("user-1", "${key}", "control"))) {
  // do ${variant}
}`
  }
}
