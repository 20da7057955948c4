import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { setTimeout as pause } from 'node:timers/promises'
import { afterEach, beforeEach, expect, inject, test } from 'vitest'
import { createSealedLogs, type SealedLogs } from '../support/sealed-logs.ts'

const program = fileURLToPath(new URL('../support/seal-and-die.ts', import.meta.url))
/** `SEAL_KILLS=200` for the long run. */
const rounds = Number(process.env['SEAL_KILLS'] ?? 10)

let logs: SealedLogs
beforeEach(async () => {
  logs = await createSealedLogs()
})
afterEach(() => logs.close())

/** A server's sealer, killed after so many milliseconds. */
async function sealUntilKilled(url: string, life: number): Promise<void> {
  const child = spawn(process.execPath, [program], { stdio: ['pipe', 'pipe', 'inherit'] })
  const ended = once(child, 'exit')
  const { claimKey } = inject('postgres')
  child.stdin.end(JSON.stringify({ url, claimKey, folder: logs.folder }))
  await once(child.stdout, 'data')
  await pause(life)
  child.kill('SIGKILL')
  await ended
}

test(
  `a sealer killed ${rounds} times at random moments under load leaves no entry out and no head untrue`,
  async () => {
    const url = new URL(inject('postgres').appUrl)
    const { rows } = await logs.held.superPool.query<{ name: string }>('select current_database() as name')
    url.pathname = `/${rows[0]?.name ?? ''}`
    const state = { writes: true }
    const writing = (async () => {
      let written = 0
      for (; state.writes; written += 1) await logs.act(logs.held.first.actor)
      return written
    })()
    for (let round = 0; round < rounds; round += 1) await sealUntilKilled(url.href, Math.random() * 120)
    state.writes = false
    const written = await writing
    await (await logs.newSealer()).round()
    const { findings, entries, waiting, signed } = await logs.verify()
    // Two an act, and the one that made the municipality.
    expect([findings.kept, entries, waiting, signed]).toEqual([[], 2 * written + 1, 0, true])
  },
  60_000 + rounds * 5_000,
)
