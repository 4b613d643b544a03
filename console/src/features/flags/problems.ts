import type { FlagDraft } from './draft'

/** What keeps a draft from being saved, in words that say the cure. */
export function problems(draft: FlagDraft): string[] {
  const key = draft.key.trim()
  return [
    ...(key === '' ? ['The flag needs a key.'] : []),
    ...(key !== '' && !/^[\w-]+$/.test(key)
      ? ['A key has only letters, digits, - and _: apps write it in their code.']
      : []),
    ...variantProblems(draft),
    ...payloadProblems(draft),
  ]
}

function variantProblems({ variants }: FlagDraft): string[] {
  if (variants.length === 0) return []
  const keys = variants.map((variant) => variant.key.trim())
  const sum = variants.reduce((total, variant) => total + variant.share, 0)
  return [
    ...(keys.includes('') ? ['Every variant needs a key.'] : []),
    ...(new Set(keys).size < keys.length ? ['Two variants have the same key.'] : []),
    ...(Math.abs(sum - 100) > 0.001
      ? [`The variants' shares add up to ${sum} %, not to 100.`]
      : []),
  ]
}

function payloadProblems({ variants, payload }: FlagDraft): string[] {
  const written =
    variants.length > 0
      ? variants.map((variant) => ({ of: ` of ${variant.key}`, payload: variant.payload }))
      : [{ of: '', payload }]
  return written
    .filter((one) => one.payload.trim() !== '' && !isJson(one.payload))
    .map((one) => `The payload${one.of} is no JSON: a text needs double quotes.`)
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}
