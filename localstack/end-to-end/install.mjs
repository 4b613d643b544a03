// Installs what the tests' Node programs need, unless just that is installed already.
import { spawnSync } from 'node:child_process'
import { existsSync, statSync } from 'node:fs'

const installed = 'node_modules/.package-lock.json'
if (existsSync(installed) && statSync(installed).mtimeMs > statSync('package-lock.json').mtimeMs) {
  process.exit(0)
}
const npm = ['ci', '--no-audit', '--no-fund', '--loglevel=error']
const { status } = spawnSync('npm', npm, { stdio: 'inherit', shell: process.platform === 'win32' })
process.exit(status ?? 1)
