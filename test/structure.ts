// Holds the imports against the floors. dependency-cruiser passes when it finds nothing to cruise (it does so silently
// under a TypeScript it cannot load), so a floor without modules is a failure here.
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

interface CruiseOutput {
  readonly modules: readonly { readonly source: string }[]
  readonly summary: {
    readonly error: number
    readonly violations: readonly {
      readonly from: string
      readonly to: string
      readonly rule: { readonly name: string; readonly severity: string }
    }[]
  }
}

const bin = fileURLToPath(
  new URL('../node_modules/dependency-cruiser/bin/dependency-cruise.mjs', import.meta.url),
)
const run = spawnSync(
  process.execPath,
  [bin, 'src', '--config', '.dependency-cruiser.cjs', '--output-type', 'json'],
  { encoding: 'utf8', maxBuffer: 1 << 28 },
)
if (run.stdout === '') {
  process.stderr.write(run.stderr)
  process.exit(1)
}
// The tool's documented JSON output; a changed shape ends in a TypeError, that is, in a failure.
const { modules, summary } = JSON.parse(run.stdout) as CruiseOutput
for (const { from, to, rule } of summary.violations) process.stderr.write(`${rule.name}: ${from} -> ${to}\n`)

const floors = ['core', 'app', 'storage', 'contract', 'http', 'render', 'web', 'cli', 'boot', 'demo']
const empty = floors.filter((floor) => !modules.some(({ source }) => source.startsWith(`src/${floor}/`)))
for (const floor of empty) process.stderr.write(`no modules were cruised under src/${floor}\n`)

process.stdout.write(`${modules.length} modules, ${summary.error} violations\n`)
process.exit(summary.error > 0 || empty.length > 0 ? 1 : 0)
