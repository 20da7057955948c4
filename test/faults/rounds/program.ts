import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

/** `tilsyn serve` on a data folder, started again whenever it ends, as a service manager does. */
export interface Program {
  /** Sends SIGKILL to the program itself. */
  killApp(): void
  /** Sends SIGKILL to the main process of its PostgreSQL. */
  killDatabase(): Promise<void>
  /** Resolves when a program serves that was started after this call or was never gone. */
  serving(): Promise<void>
  /** Ends program and database in order, and keeps them ended. */
  stop(): Promise<void>
  /** Kills both and keeps them ended: the power is gone. */
  die(): Promise<void>
  /** Starts anew after `die`. */
  revive(): void
  /** Starts that ended before they served. */
  unopenable(): number
  /** What the programs logged of requests that failed, as written. */
  failures(): readonly string[]
}

export const cli = fileURLToPath(new URL('../../../src/cli/main.ts', import.meta.url))

/** @param settings for the program's environment; it gets none of our own that concern it */
export function superviseProgram(
  folder: string,
  port: number,
  settings: Readonly<Record<string, string>>,
  say: (line: string) => void,
): Program {
  const clean = Object.entries(process.env).filter(([name]) => !/^(?:TILSYN_|DATABASE_|NODE_ENV$)/.test(name))
  const env = { ...Object.fromEntries(clean), ...settings }

  let wanted = true
  let unopenable = 0
  const failures: string[] = []
  let child: ChildProcess
  let serving: Promise<unknown>
  let ended: Promise<unknown>

  function start(): void {
    const started = spawn(
      process.execPath,
      [cli, 'serve', '--data', folder, '--port', String(port), '--no-open', '--lang', 'en'],
      { stdio: ['ignore', 'pipe', 'pipe'], env },
    )
    child = started
    let ready = false
    const errors: string[] = []
    createInterface({ input: started.stderr }).on('line', (line) => {
      errors.push(line)
      if (line.includes('"frames"')) failures.push(line)
    })
    const lines = createInterface({ input: started.stdout })
    serving = once(lines, 'line').then(() => (ready = true))
    started.once('exit', (_code, signal) => {
      if (!ready && signal !== 'SIGKILL' && wanted) {
        unopenable += 1
        say(`a start failed: ${errors.slice(-3).join(' | ')}`)
      }
      if (wanted) start()
    })
    ended = once(started, 'exit')
  }
  start()

  async function postmaster(): Promise<number | undefined> {
    const file = await readFile(join(folder, 'postgres', 'postmaster.pid'), 'utf8').catch(() => '')
    const pid = Number(file.split('\n')[0])
    return Number.isInteger(pid) && pid > 0 ? pid : undefined
  }
  const killDatabase = async () => {
    const pid = await postmaster()
    if (pid === undefined) return
    // Its children notice and go by themselves.
    kill(pid)
  }
  return {
    killApp: () => void child.kill('SIGKILL'),
    killDatabase,
    async serving() {
      for (;;) {
        const current = child
        await Promise.race([serving, ended])
        if (child === current && current.exitCode === null && current.signalCode === null) return
      }
    },
    async stop() {
      wanted = false
      child.kill('SIGTERM')
      await ended
    },
    async die() {
      wanted = false
      child.kill('SIGKILL')
      const workers = await childrenOf(await postmaster())
      await killDatabase()
      for (const worker of workers) kill(worker)
      await ended
    },
    revive() {
      wanted = true
      start()
    },
    unopenable: () => unopenable,
    failures: () => failures,
  }
}

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // Gone already.
  }
}

/** Process ids, from Linux' own table; there are power cuts on no other system. */
async function childrenOf(parent: number | undefined): Promise<readonly number[]> {
  const all = await readdir('/proc').catch(() => [])
  const found: number[] = []
  for (const name of all.filter((each) => /^\d+$/.test(each))) {
    const status = await readFile(`/proc/${name}/stat`, 'utf8').catch(() => '')
    // proc(5): behind the name in brackets stand the state and the parent.
    const [, parentOf] = status.slice(status.lastIndexOf(')') + 2).split(' ')
    if (parent !== undefined && Number(parentOf) === parent) found.push(Number(name))
  }
  return found
}
