import { describe, expect, it } from 'vitest'
import { snippets } from './snippets'

const all = snippets('https://data.example.com', 'phc_abc')
const code = (id: string) =>
  all
    .find((snippet) => snippet.id === id)
    ?.steps.map((step) => step.code)
    .join('\n') ?? ''

/** Runs the web snippet's script against a window of our own. */
function runHtml() {
  const scripts: { src?: string }[] = []
  const window: { posthog?: unknown[] & Record<string, unknown> } = {}
  const document = {
    createElement: () => ({}),
    head: { appendChild: (script: { src?: string }) => scripts.push(script) },
  }
  const script = code('html').replaceAll(/<\/?script>/g, '')
  const run = new Function(
    'window',
    'document',
    'posthogCall',
    `${script.replace('posthog.init', 'window.posthog.init')}`,
  )
  run(window, document)
  return { posthog: window.posthog!, scripts, again: () => run(window, document) }
}

describe('snippets', () => {
  it.each(['html', 'web', 'node', 'java', 'curl'])('name the host and the token: %s', (id) => {
    expect(code(id)).toContain('https://data.example.com')
    expect(code(id)).toContain('phc_abc')
  })

  it('load posthog-js from this server on a web page', () => {
    const { posthog, scripts } = runHtml()
    expect(scripts.map((script) => script.src)).toEqual([
      'https://data.example.com/static/array.js',
    ])
    expect(posthog['_i']).toEqual([
      [
        'phc_abc',
        { api_host: 'https://data.example.com', person_profiles: 'identified_only' },
        undefined,
      ],
    ])
  })

  it('keep calls until posthog-js is there', () => {
    const { posthog } = runHtml()
    ;(posthog['capture'] as (name: string, properties: object) => void)('bought', { price: 3 })
    expect([...posthog]).toEqual([['capture', 'bought', { price: 3 }]])
  })
})
