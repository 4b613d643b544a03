/** Whether every word that was typed occurs in one of the texts, whatever the case. */
export function matches(typed: string, ...texts: string[]): boolean {
  const haystack = texts.join(' ').toLowerCase()
  return typed
    .toLowerCase()
    .split(/\s+/)
    .every((word) => haystack.includes(word))
}
