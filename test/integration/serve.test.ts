import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { dataKind, wrongMode } from '../../src/boot/data-kind.ts'
import { createTestDatabase } from '../support/database.ts'

const main = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url))
const running = new Set<ChildProcess>()
let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tilsyn-serve-'))
})
afterAll(async () => {
  for (const child of running) child.kill('SIGKILL')
  await rm(folder, { recursive: true, force: true })
})

function tilsyn(parameters: readonly string[], environment: Record<string, string> = {}) {
  const { DATABASE_URL: _, NODE_ENV: __, ...inherited } = process.env
  const child = spawn(process.execPath, [main, ...parameters], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...inherited, TILSYN_LANG: 'en', ...environment },
  })
  running.add(child)
  child.once('exit', () => running.delete(child))
  return child
}

/** Exit code and everything it printed. */
async function ended(child: ReturnType<typeof tilsyn>): Promise<{ code: unknown; out: string; err: string }> {
  const [[code], out, err] = await Promise.all([once(child, 'exit'), text(child.stdout), text(child.stderr)])
  return { code, out, err }
}

describe('tilsyn serve', () => {
  test('prints one address, answers there, and stops cleanly when told', async () => {
    const child = tilsyn(['serve', '--data', folder])
    const errors = text(child.stderr)
    const [line] = await Promise.race([
      once(createInterface({ input: child.stdout }), 'line'),
      errors.then((printed) => [`no address: ${printed}`]),
    ])
    expect(line).toMatch(/^Tilsyn: http:\/\/localhost:\d+$/)
    const address = String(line).slice('Tilsyn: '.length)
    const health = await fetch(`${address}/api/health`)
    expect([health.status, await health.json()]).toEqual([200, { status: 'ok' }])
    const exit = once(child, 'exit')
    child.kill('SIGTERM')
    expect(await exit).toEqual([0, null])
    expect(await errors).toBe('')
  })

  test.each([[{ NODE_ENV: 'production' }], [{ DATABASE_URL: 'postgresql://tilsyn_app@localhost/tilsyn' }]])(
    'refuses the demo with one line when it is in production (%o)',
    async (environment) => {
      const { code, out, err } = await ended(tilsyn(['serve', '--demo', '--data', folder], environment))
      expect([code, out]).toEqual([1, ''])
      expect(err).toMatch(/^--demo cannot be used in production[^\n]*\n$/)
    },
  )

  test('says so when the wanted port is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    await once(other, 'listening')
    const address = other.address()
    const port = typeof address === 'object' ? address?.port : undefined
    const { code, err } = await ended(tilsyn(['serve', '--port', String(port), '--data', folder]))
    expect(code).toBe(1)
    expect(err).toBe(
      `Port ${port} is taken by another program. Choose another with --port, or leave --port out.\n`,
    )
    other.close()
  })

  test('calls a port that is no port wrong usage', async () => {
    const { code, err } = await ended(tilsyn(['serve', '--port', 'first']))
    expect(code).toBe(2)
    expect(err).toContain('from 1 to 65535')
  })
})

test('demo data are refused without --demo, and real data with it', async () => {
  const held = await createTestDatabase()
  try {
    expect(await dataKind(held.database)).toBe('real')
    await held.superPool.query('update municipality set demo = true where municipality_id = $1', [
      held.first.municipalityId,
    ])
    // One real municipality is enough.
    expect(await dataKind(held.database)).toBe('real')
    await held.superPool.query('update municipality set demo = true')
    expect(await dataKind(held.database)).toBe('demo')
  } finally {
    await held.close()
  }
  expect([wrongMode('demo', false)?.code, wrongMode('real', true)?.code]).toEqual(['demo-data', 'real-data'])
  expect([wrongMode('demo', true), wrongMode('real', false), wrongMode('empty', true)]).toEqual([
    undefined,
    undefined,
    undefined,
  ])
})
