/** How the official tool puts source maps on this server. */
export const uploadSteps = (host: string, project: number): { caption: string; code: string }[] => [
  { caption: 'Once: the tool', code: 'npm install -g @posthog/cli' },
  {
    caption: 'Where to and with which key',
    code: `export POSTHOG_CLI_HOST=${host}
export POSTHOG_CLI_PROJECT_ID=${project}
export POSTHOG_CLI_API_KEY=phx_your_personal_api_key`,
  },
  {
    caption: 'After each build, before you deploy it',
    code: `posthog-cli sourcemap inject --directory ./dist
posthog-cli sourcemap upload --directory ./dist`,
  },
]
