import type { Variant } from './draft'

export type Language = 'web' | 'node' | 'java'

export const languages = [
  { value: 'web', label: 'Web' },
  { value: 'node', label: 'Node.js' },
  { value: 'java', label: 'Java' },
] as const

/** Where the app asks. */
interface Server {
  host: string
  token: string
}

/** A question for the flag in a language, whole, as it is to be pasted. */
export function flagCode(language: Language, key: string, variants: Variant[], server: Server) {
  return `${start(language, server)}\n\n${question(language, key, variants.at(-1)?.key)}`
}

function start(language: Language, { host, token }: Server): string {
  switch (language) {
    case 'web':
      return `import posthog from 'posthog-js'

posthog.init('${token}', {
  api_host: '${host}',
})`
    case 'node':
      return `import { PostHog } from 'posthog-node'

const posthog = new PostHog('${token}', {
  host: '${host}',
  // With the project's secret key flags are evaluated here, without asking:
  // personalApiKey: process.env.TENREC_SECRET_KEY,
})`
    case 'java':
      return `PostHogInterface posthog = PostHog.with(
    PostHogConfig.builder("${token}")
        .host("${host}")
        // With the project's secret key flags are evaluated here, without asking:
        // .personalApiKey(System.getenv("TENREC_SECRET_KEY")).localEvaluation(true)
        .build());`
  }
}

function question(language: Language, key: string, variant: string | undefined): string {
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
