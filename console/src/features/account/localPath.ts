/** An address to go back to after signing in. Only paths of this origin: never another site's. */
export function localPath(next: string | null): string {
  if (!next || !next.startsWith('/')) return '/'
  const url = new URL(next, 'http://console.invalid')
  if (url.host !== 'console.invalid') return '/'
  return url.pathname + url.search
}
