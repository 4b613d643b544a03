// Packs what the assets function serves into target/classes: the browser SDK's scripts under
// static/ and the console under console/, each file also in gzip and brotli where that pays, and
// manifest.json, which names them all. Maven calls it; `--skip-console` leaves the console out.
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'

const module = join(dirname(fileURLToPath(import.meta.url)), '..')
const classes = join(module, 'target', 'classes')
const sdk = join(module, 'node_modules', 'posthog-js')
const consoleDist = join(module, '..', '..', 'console', 'dist')
const manifest = join(classes, 'dev', 'tenrec', 'assets', 'manifest.json')
const skipConsole = process.argv.includes('--skip-console')

const compressible = /\.(css|html|js|json|svg|txt|map|webmanifest)$/
// Entries for bundlers: no page loads them by name.
const notForPages = /^(main|module|default-extensions|extension-bundles|all-external-dependencies)\./

function install() {
  const wanted = JSON.parse(readFileSync(join(module, 'package.json'))).dependencies['posthog-js']
  const found = existsSync(join(sdk, 'package.json'))
    ? JSON.parse(readFileSync(join(sdk, 'package.json'))).version
    : 'none'
  if (found !== wanted) {
    const windows = process.platform === 'win32'
    execFileSync(windows ? 'npm.cmd' : 'npm', ['ci', '--prefer-offline'], {
      cwd: module,
      stdio: ['ignore', 'ignore', 'inherit'],
      shell: windows,
    })
  }
  return wanted
}

function filesOf(directory) {
  return readdirSync(directory)
    .sort()
    .flatMap((name) => {
      const path = join(directory, name)
      return statSync(path).isDirectory() ? filesOf(path) : [path]
    })
}

function sdkFiles() {
  const dist = join(sdk, 'dist')
  const scripts = readdirSync(dist)
    .filter((name) => name.endsWith('.js') && !notForPages.test(name))
    .sort()
    .map((name) => [`static/${name}`, join(dist, name)])
  return [...scripts, ['static/LICENSE.txt', join(sdk, 'LICENSE')]]
}

function consoleFiles() {
  if (skipConsole) return []
  if (!existsSync(join(consoleDist, 'index.html'))) {
    throw new Error(
      'console/dist/index.html is missing: build the module console first ' +
        '(mvn -pl console,functions/assets package), or leave it out with -DskipConsole',
    )
  }
  return filesOf(consoleDist)
    .map((path) => [`console/${relative(consoleDist, path).split(sep).join('/')}`, path])
    .filter(([name]) => name !== 'console/manifest.json')
}

function compressions(content) {
  const brotli = {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: 11,
      [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
    },
  }
  return { br: brotliCompressSync(content, brotli), gzip: gzipSync(content, { level: 9 }) }
}

function write(name, content) {
  const path = join(classes, name)
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, content)
}

function pack(name, path, known) {
  const content = readFileSync(path)
  const hash = createHash('sha256').update(content).digest('hex').slice(0, 32)
  if (known && known.hash === hash) return known
  const encodings = []
  write(name, content)
  if (compressible.test(name)) {
    for (const [encoding, bytes] of Object.entries(compressions(content))) {
      if (bytes.length < content.length * 0.95) {
        write(`${name}.${encoding}`, bytes)
        encodings.push(encoding)
      }
    }
  }
  return { hash, encodings }
}

const version = install()
const before = existsSync(manifest) ? JSON.parse(readFileSync(manifest)).files : {}
const wanted = [...sdkFiles(), ...consoleFiles()]
const files = Object.fromEntries(wanted.map(([name, path]) => [name, pack(name, path, before[name])]))
for (const name of Object.keys(before)) {
  if (!files[name]) {
    for (const ending of ['', '.br', '.gzip']) rmSync(join(classes, name + ending), { force: true })
  }
}
mkdirSync(dirname(manifest), { recursive: true })
writeFileSync(manifest, JSON.stringify({ sdk: version, files }, null, 1))
