// What Maven calls: `build` installs and builds when something changed since the last time,
// `test` runs the unit tests. A stamp in target/ remembers what was built.
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const target = join(root, 'target')
const sources = ['index.html', 'package.json', 'package-lock.json', 'public', 'scripts', 'src']
const configurations = ['tsconfig.json', 'vite.config.ts']

function files(path) {
  if (!statSync(path).isDirectory()) return [path]
  return readdirSync(path)
    .sort()
    .flatMap((name) => files(join(path, name)))
}

function fingerprint(paths) {
  const hash = createHash('sha256').update(process.version)
  for (const file of paths.flatMap((path) => files(join(root, path)))) {
    hash.update(file.slice(root.length)).update(readFileSync(file))
  }
  return hash.digest('hex')
}

/** Does the work unless its result is there and was made from the same sources. */
function unlessDone(name, result, paths, work) {
  const stamp = join(target, `${name}.stamp`)
  const wanted = fingerprint(paths)
  const known = existsSync(stamp) ? readFileSync(stamp, 'utf8') : ''
  if (known === wanted && existsSync(join(root, result))) return
  work()
  mkdirSync(target, { recursive: true })
  writeFileSync(stamp, wanted)
}

const npm = (...args) =>
  execFileSync(process.platform === 'win32' ? 'npm.cmd' : 'npm', args, {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  })

const install = () =>
  unlessDone(
    'install',
    'node_modules/.package-lock.json',
    ['package.json', 'package-lock.json'],
    () => npm('ci', '--no-audit', '--no-fund'),
  )

const command = process.argv[2]
if (command === 'build') {
  unlessDone('build', 'dist/index.html', [...sources, ...configurations], () => {
    install()
    npm('run', 'build')
  })
} else if (command === 'test') {
  install()
  npm('test')
} else {
  console.error(`maven.mjs knows build and test, not "${command}"`)
  process.exit(2)
}
