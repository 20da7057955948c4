import { createReadStream } from 'node:fs'
import { mkdir, open, rename, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import type { Language } from '../core/language/language.ts'
import { formatProblem, type Checked, type Problem } from '../core/language/problem.ts'

/** What a command may touch of the process it runs in. */
export interface Terminal {
  readonly language: Language
  readonly out: (text: string) => void
  readonly err: (text: string) => void
  /** True when standard error is a terminal, so that progress bars make sense. */
  readonly interactive: boolean
}

/** Ends a command with an exit code; `main.ts` turns it into the process's. */
export class Exit extends Error {
  readonly code: 0 | 1 | 2
  constructor(code: 0 | 1 | 2) {
    super(`exit ${code}`)
    this.code = code
  }
}

/** Prints one line per problem on standard error and ends the command with exit code 1. */
export function refuse(terminal: Terminal, problems: readonly Problem[]): never {
  for (const problem of problems) terminal.err(`${formatProblem(problem, terminal.language)}\n`)
  throw new Exit(1)
}

/** The value, or the end of the command with its problems printed. */
export function orRefuse<T>(terminal: Terminal, checked: Checked<T>): T {
  return checked.ok ? checked.value : refuse(terminal, checked.problems)
}

/** All bytes of a file the user named; a file that cannot be read ends the command with a plain message. */
export async function readInput(terminal: Terminal, path: string): Promise<Buffer> {
  try {
    const chunks: Buffer[] = []
    for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 })) chunks.push(chunk as Buffer)
    return Buffer.concat(chunks)
  } catch (error) {
    return refuse(terminal, [unreadable(path, error)])
  }
}

/** Writes a file as a whole or not at all: to a neighbour first, then renamed over the target. */
export async function writeOutput(
  terminal: Terminal,
  path: string,
  content: string | Uint8Array,
): Promise<void> {
  const neighbour = join(dirname(path), `.${basename(path)}.${process.pid}.part`)
  try {
    await mkdir(dirname(path), { recursive: true })
    const file = await open(neighbour, 'w')
    try {
      await file.writeFile(content)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(neighbour, path)
  } catch (error) {
    // Where the folder is no folder there is nothing to remove, and removing says so with an error of its own.
    await rm(neighbour, { force: true }).catch(() => undefined)
    refuse(terminal, [unwritable(path, error)])
  }
}

function unreadable(path: string, error: unknown): Problem {
  const reason = systemReason(error)
  return {
    code: 'file-unreadable',
    text: { da: `Filen kan ikke læses (${reason.da}).`, en: `The file cannot be read (${reason.en}).` },
    at: { file: path },
  }
}

function unwritable(path: string, error: unknown): Problem {
  const reason = systemReason(error)
  return {
    code: 'file-unwritable',
    text: { da: `Filen kan ikke skrives (${reason.da}).`, en: `The file cannot be written (${reason.en}).` },
    at: { file: path },
  }
}

function systemReason(error: unknown): { da: string; en: string } {
  const code = error instanceof Error && 'code' in error ? String(error.code) : String(error)
  const known: Record<string, { da: string; en: string }> = {
    ENOENT: { da: 'den findes ikke', en: 'it does not exist' },
    EACCES: { da: 'adgang nægtet', en: 'access denied' },
    EISDIR: { da: 'det er en mappe', en: 'it is a folder' },
    EEXIST: { da: 'en del af stien er ikke en mappe', en: 'part of the path is not a folder' },
    ENOTDIR: { da: 'en del af stien er ikke en mappe', en: 'part of the path is not a folder' },
    ENOSPC: { da: 'disken er fuld', en: 'the disk is full' },
  }
  return known[code] ?? { da: code, en: code }
}
