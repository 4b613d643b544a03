import type { Snippet } from '@/features/snippets/snippets'

const web = (host: string, token: string) => `import posthog from 'posthog-js'

posthog.init('${token}', {
  api_host: '${host}',
  capture_exceptions: true,
})

// What you catch yourself:
try {
  pay()
} catch (error) {
  posthog.captureException(error)
}`

const html = `<script>
  // After the snippet that loads posthog-js:
  try {
    pay();
  } catch (error) {
    posthog.captureException(error);
  }
</script>`

const node = (host: string, token: string) => `import { PostHog } from 'posthog-node'

const posthog = new PostHog('${token}', {
  host: '${host}',
  enableExceptionAutocapture: true,
})

posthog.captureException(new Error('the first one'), 'user-1')
await posthog.shutdown()`

const python = (host: string, token: string) => `from posthog import Posthog

posthog = Posthog("${token}", host="${host}", enable_exception_autocapture=True)

try:
    pay()
except Exception as error:
    posthog.capture_exception(error, distinct_id="user-1")`

const curl = (host: string, token: string) => `curl ${host}/i/v0/e/ \\
  -H 'Content-Type: application/json' \\
  -d '{
    "api_key": "${token}",
    "event": "$exception",
    "distinct_id": "user-1",
    "properties": {
      "$exception_list": [{
        "type": "TypeError",
        "value": "total is undefined",
        "mechanism": { "handled": false },
        "stacktrace": { "type": "raw", "frames": [{
          "platform": "custom", "lang": "javascript",
          "function": "pay", "filename": "src/cart.js", "lineno": 12, "in_app": true
        }] }
      }]
    }
  }'`

/** How to send the first exception, ready to paste for this server and this project. */
export function exceptionSnippets(host: string, token: string): Snippet[] {
  return [
    {
      id: 'web',
      label: 'JavaScript app',
      steps: [{ caption: 'Where the app starts', code: web(host, token) }],
      note: 'Uncaught errors and rejected promises are sent from then on.',
    },
    {
      id: 'html',
      label: 'Web page',
      steps: [{ caption: 'What you catch yourself', code: html }],
      note: 'With the switch above, uncaught errors are sent without a change of the page.',
    },
    {
      id: 'node',
      label: 'Node.js',
      steps: [{ caption: 'server.mjs', code: node(host, token) }],
    },
    {
      id: 'python',
      label: 'Python',
      steps: [{ caption: 'Python', code: python(host, token) }],
    },
    {
      id: 'curl',
      label: 'curl',
      steps: [{ caption: 'Terminal', code: curl(host, token) }],
      note: 'The issue is in the list a few seconds later.',
    },
  ]
}
