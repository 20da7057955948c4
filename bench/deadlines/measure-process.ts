import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'

export interface Usage {
  /** Seconds from start to end. */
  readonly wall: number
  /** Seconds of all threads. */
  readonly cpu: number
  /** Peak of resident memory. */
  readonly megabytes: number
}

/** Runs a script of this repository in a process of its own, so that memory is its own and nothing is warm. */
export async function measureProcess(script: URL, words: readonly string[]): Promise<Usage> {
  const start = performance.now()
  const child = spawn(
    process.execPath,
    ['--import', new URL('tell-usage.ts', import.meta.url).href, script.pathname, ...words],
    { stdio: ['ignore', 'ignore', 'inherit', 'pipe'] },
  )
  const pipe = child.stdio[3]
  if (pipe === null || pipe === undefined || !('read' in pipe)) throw new Error('no pipe to the child')
  const [told, [code]] = await Promise.all([text(pipe), once(child, 'exit')])
  const wall = (performance.now() - start) / 1000
  if (code !== 0) throw new Error(`${script.pathname} ended with ${String(code)}`)
  // What tell-usage.ts writes.
  return { wall, ...(JSON.parse(told) as { cpu: number; megabytes: number }) }
}
