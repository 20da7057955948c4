// Everything CI runs, in order, with one closing line that counts. A step that fails does not stop the next ones.
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { notAsked } from './known-weaknesses.ts'
import { startSystemPostgres } from './support/system-postgres.ts'

interface Tally {
  passed: number
  failed: number
}

interface Failure {
  /** The step, and the file and test where there is one. */
  readonly what: string
  readonly why: string
}

const total: Tally = { passed: 0, failed: 0 }
/** What failed, said once more at the end: long output is often kept only from its last lines. */
const failures: Failure[] = []
/** Lines. */
const longestWhy = 12
const scratch = mkdtempSync(join(tmpdir(), 'tilsyn-test-'))
const bin = (name: string) => join('node_modules', '.bin', name)
// Every program and thread of the tests strips its TypeScript with WebAssembly, and V8 has a rare crash of its own where
// threads load and drop that beside one another (its check `jit_page.has_value()`). What is kept here is stripped once.
process.env.NODE_COMPILE_CACHE = join(scratch, 'compiled')

function announce(title: string): void {
  process.stdout.write(`\n--- ${title}\n`)
}

/** Runs a command and prints what it said when it has ended, so that commands beside each other do not mix. */
async function check(title: string, command: string, args: readonly string[]): Promise<void> {
  const started = process.hrtime.bigint()
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'] })
  const said: Buffer[] = []
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data: Buffer) => said.push(data))
  const status = await new Promise<number | null>((resolve) => {
    child.once('error', () => resolve(null))
    child.once('close', resolve)
  })
  const seconds = Number(process.hrtime.bigint() - started) / 1e9
  announce(title)
  process.stdout.write(Buffer.concat(said))
  if (status === 0) total.passed += 1
  // Programs tell at their end what is wrong.
  else fail(title, Buffer.concat(said).toString().trimEnd().split('\n').slice(-longestWhy).join('\n'))
  process.stdout.write(`${status === 0 ? 'ok' : 'FAILED'}: ${title} (${seconds.toFixed(1)} s)\n`)
}

function fail(what: string, why: string): void {
  total.failed += 1
  failures.push({ what, why })
}

/** The parts of Vitest's JSON report that are read here. */
interface Report {
  numPassedTests: number
  numFailedTests: number
  testResults: {
    name: string
    status: string
    message: string
    assertionResults: { status: string; fullName: string; failureMessages: string[] }[]
  }[]
}

/** @returns each failed test, and each file that failed without one */
function failuresIn(report: Report): Failure[] {
  return report.testResults
    .filter((file) => file.status === 'failed')
    .flatMap((file) => {
      const where = relative('.', file.name)
      const failed = file.assertionResults.filter((test) => test.status === 'failed')
      if (failed.length === 0) return [{ what: where, why: file.message }]
      return failed.map((test) => ({
        what: `${where} > ${test.fullName}`,
        why: test.failureMessages.join('\n'),
      }))
    })
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
    fail(title, 'wrote no report')
    return
  }
  const counted = JSON.parse(readFileSync(report, 'utf8')) as Report
  total.passed += counted.numPassedTests
  const failed = failuresIn(counted)
  for (const { what, why } of failed) fail(`${title}: ${what}`, why)
  // An error outside every test and file, such as a rejection nobody waited for or a setup that could not start.
  if (status !== 0 && failed.length === 0) fail(title, `Vitest ended with ${status}, see its output above`)
  if (counted.numPassedTests === 0) fail(title, 'executed no test')
}

// Each of the first two keeps one core busy, so two columns take half the time of one.
await Promise.all([
  (async () => {
    await check('types', bin('tsc'), ['--noEmit'])
    await check('structure: imports go down only', process.execPath, ['test/structure.ts'])
    await check('nothing unused', bin('knip'), [])
    await check('licences, checksums, bill of materials', process.execPath, ['test/supply-chain.ts'])
    await check('no secrets committed', process.execPath, ['test/secrets.ts'])
  })(),
  (async () => {
    await check('formatting', bin('prettier'), ['--check', '--log-level', 'warn', '.'])
    await check('lint', bin('oxlint'), ['--type-aware', '--deny-warnings'])
  })(),
  // Mostly waits for programs and databases that start again.
  check('kills, power cuts, cut connections', process.execPath, ['test/faults/rounds.ts']),
])
// Where the advisory service cannot be asked, that is neither a pass nor a failure.
const weaknesses = spawnSync(process.execPath, ['test/known-weaknesses.ts'], { encoding: 'utf8' })
announce(weaknesses.stdout.trim())
if (weaknesses.status === 0) total.passed += 1
else if (weaknesses.status !== notAsked) fail('known weaknesses', weaknesses.stdout.trim())
await check('web client builds', bin('vite'), ['build', '--logLevel', 'warn'])
await check('web client stays small', process.execPath, ['bench/run.ts', 'web-size'])
tests('core', ['core'])
// The browser's tests beside the others: they often wait for the browser, and need the same server and demo.
tests('on PostgreSQL 18 (embedded), and in a browser', ['integration', 'integration-alone', 'browser'])

const system = await startSystemPostgres()
if (system.ok) {
  announce('test/faults/database.test.ts: not run again, it starts PostgreSQL servers of its own')
  announce('test/fuzz: not run again, what it holds to account is the program before the database')
  tests(`on PostgreSQL ${system.version} (system)`, ['integration', 'integration-alone'], {
    TEST_DATABASE_URL: system.url,
  })
  await system.stop()
} else {
  announce(`on PostgreSQL 15 (system): not run, ${system.reason}`)
}

rmSync(scratch, { recursive: true, force: true })
if (failures.length > 0) {
  announce('why it failed')
  for (const { what, why } of failures) {
    const start = why.split('\n').slice(0, longestWhy).join('\n').slice(0, 1500)
    process.stdout.write(`${what}\n${start}\n\n`)
  }
  // The names together and last, so that none is lost with the part of a long log that is not shown.
  announce('what failed')
  for (const { what } of failures) process.stdout.write(`${what}\n`)
}
process.stdout.write(`\n${total.passed} passed, ${total.failed} failed\n`)
process.exitCode = total.failed === 0 && total.passed > 0 ? 0 : 1
