import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** True while a process with this id exists, ours or not. A zombie, which only waits to be reaped, is none. */
export async function isAlive(pid: number): Promise<boolean> {
  try {
    process.kill(pid, 0)
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
  const status = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')
  return !/^\d+ \(.*\) [ZX] /s.test(status)
}

/**
 * What tells this process from a later one with the same id: when it was started. Undefined when it is gone or cannot
 * be asked.
 */
export async function processIdentity(pid: number): Promise<string | undefined> {
  if (!(await isAlive(pid))) return undefined
  try {
    const [status, boot] = await Promise.all([
      readFile(`/proc/${pid}/stat`, 'utf8'),
      readFile('/proc/sys/kernel/random/boot_id', 'utf8'),
    ])
    // proc(5): the name in brackets may hold anything; the start time is field 22, the 20th behind the bracket.
    const started = status.slice(status.lastIndexOf(')') + 2).split(' ')[19]
    return started === undefined ? undefined : `${boot.trim()}/${started}`
  } catch {
    const started = await run('ps', ['-o', 'lstart=', '-p', String(pid)]).catch(() => undefined)
    return started === undefined ? undefined : started.stdout.trim()
  }
}

/** The command line of a process, or an empty text. */
export async function commandOf(pid: number): Promise<string> {
  const proc = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => undefined)
  if (proc !== undefined) return proc.replaceAll('\0', ' ')
  const ps = await run('ps', ['-o', 'command=', '-p', String(pid)]).catch(() => undefined)
  return ps?.stdout.trim() ?? ''
}
