import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

/** A program that holds a database open, as `tilsyn serve` does, and says so on its output. */
export interface TilsynProcess {
  readonly child: ChildProcess
  /** What it reported once its database was open, or the refusal it ended with. */
  readonly report:
    | { readonly pid: number; readonly port: number; readonly data: string; readonly adopted: boolean }
    | { readonly refused: string }
  /** Sends the signal, if any, and waits for the end; returns exit code or signal. */
  end(signal?: NodeJS.Signals): Promise<number | NodeJS.Signals | null>
}

const program = fileURLToPath(new URL('./hold-database.ts', import.meta.url))

/** Starts it on a data folder; `program` may lie in another copy of the project. */
export async function startTilsyn(
  folder: string,
  outside: string,
  path: string = program,
): Promise<TilsynProcess> {
  const child = spawn(process.execPath, [path, folder, outside], { stdio: ['ignore', 'pipe', 'inherit'] })
  const ended = once(child, 'exit')
  const lines = createInterface({ input: child.stdout })
  const first = await Promise.race([once(lines, 'line'), ended.then(() => ['{"refused":"no report"}'])])
  // The line is our own program's report.
  const report = JSON.parse(String(first[0])) as TilsynProcess['report']
  return {
    child,
    report,
    async end(signal) {
      if (signal !== undefined) child.kill(signal)
      await ended
      return child.exitCode ?? child.signalCode
    },
  }
}
