// Everything CI runs, in order, with one closing line that counts. A step that fails does not stop the next ones.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startSystemPostgres } from './support/system-postgres.ts'

interface Tally {
  passed: number
  failed: number
}

const total: Tally = { passed: 0, failed: 0 }
const scratch = mkdtempSync(join(tmpdir(), 'tilsyn-test-'))
const bin = (name: string) => join('node_modules', '.bin', name)

function announce(title: string): void {
  process.stdout.write(`\n--- ${title}\n`)
}

function check(title: string, command: string, args: readonly string[]): void {
  announce(title)
  const started = process.hrtime.bigint()
  const { status } = spawnSync(command, args, { stdio: 'inherit' })
  const seconds = Number(process.hrtime.bigint() - started) / 1e9
  total[status === 0 ? 'passed' : 'failed'] += 1
  process.stdout.write(`${status === 0 ? 'ok' : 'FAILED'}: ${title} (${seconds.toFixed(1)} s)\n`)
}

function tests(title: string, projects: readonly string[], environment: Record<string, string> = {}): void {
  announce(title)
  const report = join(scratch, `${title.replaceAll(/\W+/g, '-')}.json`)
  const args = [
    'run',
    ...projects.flatMap((project) => ['--project', project]),
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ]
  const { status } = spawnSync(bin('vitest'), args, {
    stdio: 'inherit',
    env: { ...process.env, ...environment },
  })
  if (!existsSync(report)) {
    total.failed += 1
    process.stdout.write(`FAILED: ${title} wrote no report\n`)
    return
  }
  // Vitest's own JSON report.
  const counted = JSON.parse(readFileSync(report, 'utf8')) as {
    numPassedTests: number
    numFailedTests: number
    numPendingTests: number
  }
  total.passed += counted.numPassedTests
  total.failed += counted.numFailedTests
  // A file that cannot even be loaded has no failed test of its own.
  if (status !== 0 && counted.numFailedTests === 0) total.failed += 1
  if (counted.numPassedTests === 0) {
    total.failed += 1
    process.stdout.write(`FAILED: ${title} executed no test\n`)
  }
}

check('formatting', bin('prettier'), ['--check', '--log-level', 'warn', '.'])
check('lint', bin('oxlint'), ['--type-aware', '--deny-warnings'])
check('types', bin('tsc'), ['--noEmit'])
check('structure: imports go down only', process.execPath, ['test/structure.ts'])
check('nothing unused', bin('knip'), [])
announce('known vulnerabilities (npm audit): not run, the audit service cannot be asked from here')
check('web client builds', bin('vite'), ['build', '--logLevel', 'warn'])
check('web client stays small', process.execPath, ['bench/run.ts', 'web-size'])
tests('core', ['core'])
tests('on PostgreSQL 18 (embedded)', ['integration', 'integration-alone'])

const system = await startSystemPostgres()
if (system.ok) {
  tests(`on PostgreSQL ${system.version} (system)`, ['integration', 'integration-alone'], {
    TEST_DATABASE_URL: system.url,
  })
  await system.stop()
} else {
  announce(`on PostgreSQL 15 (system): not run, ${system.reason}`)
}
tests('in a browser', ['browser'])

rmSync(scratch, { recursive: true, force: true })
process.stdout.write(`\n${total.passed} passed, ${total.failed} failed\n`)
process.exitCode = total.failed === 0 && total.passed > 0 ? 0 : 1
