// The first load is a promise: everything that index.html pulls in, compressed as it is served.
// Fails the build when it is more than the budget.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'

const BUDGET = 200_000
const dist = new URL('../dist/', import.meta.url).pathname
const manifest = JSON.parse(readFileSync(join(dist, 'manifest.json'), 'utf8'))

/** A chunk with all that it imports before it can run. */
function filesOf(key, files = new Set()) {
  const chunk = manifest[key]
  if (files.has(chunk.file)) return files
  files.add(chunk.file)
  for (const css of chunk.css ?? []) files.add(css)
  for (const imported of chunk.imports ?? []) filesOf(imported, files)
  return files
}

const compressed = (files) =>
  [...files].reduce(
    (sum, file) => sum + brotliCompressSync(readFileSync(join(dist, file))).length,
    0,
  )

const kilobytes = (bytes) => `${(bytes / 1000).toFixed(1)} kB`
const first = filesOf('index.html')
const size = compressed(first)
for (const [key, chunk] of Object.entries(manifest)) {
  if (!chunk.isDynamicEntry) continue
  const more = [...filesOf(key)].filter((file) => !first.has(file))
  console.log(`  ${kilobytes(compressed(more)).padStart(9)}  ${key}`)
}
console.log(`First load ${kilobytes(size)} of ${kilobytes(BUDGET)} (brotli)`)
if (size > BUDGET) {
  console.error('The first load is over its budget: load what is not needed at once lazily.')
  process.exit(1)
}
