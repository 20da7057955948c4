// `npm run lock`, after a change of dependencies. npm leaves an optional package out of the lock file when the registry
// at hand does not carry it (binaries for other systems, mostly), and `npm ci` then refuses the lock file everywhere.
// This adds the entry that npm would have written, without a checksum: other systems fetch it when they install.
import { readFileSync, writeFileSync } from 'node:fs'

interface LockedPackage {
  version?: string
  os?: string[]
  cpu?: string[]
  libc?: string[]
  optional?: boolean
  dev?: boolean
  license?: string
  optionalDependencies?: Record<string, string>
}

const systems = [
  'android',
  'darwin',
  'freebsd',
  'linux',
  'netbsd',
  'openbsd',
  'openharmony',
  'sunos',
  'aix',
  'win32',
]
const processors = [
  'arm64',
  'arm',
  'x64',
  'ia32',
  'loong64',
  'mips64el',
  'ppc64',
  'riscv64',
  's390x',
  'wasm32',
]

/** A lock file of another folder may be named. */
const file = process.argv[2] ?? new URL('../package-lock.json', import.meta.url)
// npm's own file, lockfileVersion 3.
const lock = JSON.parse(readFileSync(file, 'utf8')) as { packages: Record<string, LockedPackage> }
let added = 0
for (const [at, found] of Object.entries({ ...lock.packages })) {
  for (const [name, version] of Object.entries(found.optionalDependencies ?? {})) {
    const nested = `${at}/node_modules/${name}`
    const top = `node_modules/${name}`
    // Only exact versions: a range would need the registry to choose.
    if (
      lock.packages[nested] !== undefined ||
      lock.packages[top] !== undefined ||
      !/^\d+\.\d+\.\d+/.test(version)
    )
      continue
    const words = name.split(/[-/]/)
    const os = systems.filter((system) => words.includes(system))
    const cpu = processors.filter((processor) => words.includes(processor))
    lock.packages[top] = {
      version,
      ...(cpu.length > 0 ? { cpu } : {}),
      ...(found.dev === true ? { dev: true } : {}),
      ...(found.license === undefined ? {} : { license: found.license }),
      optional: true,
      ...(os.length > 0 ? { os } : {}),
    }
    added += 1
  }
}
const sorted = Object.fromEntries(Object.entries(lock.packages).toSorted(([a], [b]) => (a < b ? -1 : 1)))
writeFileSync(file, `${JSON.stringify({ ...lock, packages: sorted }, null, 2)}\n`)
process.stdout.write(`${added} entries added\n`)
