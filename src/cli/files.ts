import { createReadStream } from 'node:fs'
import { mkdir, open, realpath, rename, rm, stat } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import type { LocalText } from '../core/language/language.ts'
import type { Problem } from '../core/language/problem.ts'
import { decodeTextBytes } from '../core/tabular/text-bytes.ts'
import { refuse, type Terminal } from './terminal.ts'
import { systemReason } from '../core/language/system-reason.ts'

/** A gigabyte; the whole file must fit in memory, some of it several times. */
const largestInput = 1 << 30

/** All bytes of a file the user named; a file that cannot be read ends the command with a plain message. */
export async function readInput(terminal: Terminal, path: string): Promise<Buffer> {
  if (path === '') refuse(terminal, [noName])
  try {
    const chunks: Buffer[] = []
    let size = 0
    for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 })) {
      // A stream without an encoding yields buffers.
      chunks.push(chunk as Buffer)
      size += (chunk as Buffer).length
      if (size > largestInput) return refuse(terminal, [tooLarge(path)])
    }
    return Buffer.concat(chunks)
  } catch (error) {
    return refuse(terminal, [unreadable(path, error)])
  }
}

/** The text of a file the user named, whatever Windows saved it in; a file that is no text ends the command. */
export async function readText(terminal: Terminal, path: string): Promise<string> {
  const decoded = decodeTextBytes(await readInput(terminal, path), path)
  if (decoded.ok) return new TextDecoder().decode(decoded.value.bytes)
  return refuse(
    terminal,
    decoded.problems.map((problem) => (problem.code === 'not-text' ? notText(path) : problem)),
  )
}

/**
 * Refuses an output that would replace an input, or whose folder is not there, before any work is done. A folder is not
 * made in silence: its name may be misspelt.
 */
export async function checkOutput(
  terminal: Terminal,
  out: string,
  inputs: readonly (string | undefined)[],
): Promise<void> {
  if (out === '') refuse(terminal, [noName])
  const folder = dirname(resolve(out))
  const found = await stat(folder).catch((error: unknown) =>
    refuse(terminal, [folderMissing(out, folder, error)]),
  )
  if (!found.isDirectory()) refuse(terminal, [folderMissing(out, folder, { code: 'ENOTDIR' })])
  const target = await realpath(out).catch(() => undefined)
  if (target === undefined) return
  if ((await stat(target)).isDirectory()) refuse(terminal, [outIsFolder(out)])
  for (const input of inputs) {
    if (input !== undefined && (await realpath(input).catch(() => undefined)) === target)
      refuse(terminal, [sameFile(out)])
  }
}

/** Writes a file as a whole or not at all, piece by piece where it is large: to a neighbour first, then renamed over the target. */
export async function writeOutput(
  terminal: Terminal,
  path: string,
  content: string | Uint8Array | AsyncIterable<Uint8Array>,
): Promise<void> {
  const neighbour = join(dirname(path), `.${basename(path)}.${process.pid}.part`)
  try {
    // What is no file on a disk (a pipe, /dev/stdout) cannot be renamed over.
    const special = await stat(path).then(
      (found) => !found.isFile(),
      () => false,
    )
    const file = await open(special ? path : neighbour, 'w')
    try {
      await file.writeFile(content)
      if (!special) await file.sync()
    } finally {
      await file.close()
    }
    if (!special) await rename(neighbour, path)
  } catch (error) {
    // Where the folder is no folder there is nothing to remove, and removing says so with an error of its own.
    await rm(neighbour, { force: true }).catch(() => undefined)
    // What fails without the system saying so is a mistake in what makes the content.
    if (codeOf(error) === undefined) throw error
    refuse(terminal, [unwritable(path, error)])
  }
}

/** Makes the folder that a command writes several files to, and says so where it was not there. */
export async function makeFolder(terminal: Terminal, path: string): Promise<void> {
  try {
    if (!(await makeEach(resolve(path)))) return
    terminal.err(
      { da: `Mappen ${path} er oprettet.\n`, en: `The folder ${path} was made.\n` }[terminal.language],
    )
  } catch (error) {
    refuse(terminal, [unwritable(path, error)])
  }
}

const noName: Problem = {
  code: 'no-file-name',
  text: {
    da: 'Et af filnavnene er tomt. Skriv filens navn.',
    en: 'One of the file names is empty. Write the file’s name.',
  },
}

/** Folder by folder: where the system makes none (/proc), Node's own `recursive` tries for ever. False: it was there. */
async function makeEach(path: string): Promise<boolean> {
  const found = await stat(path).catch(() => undefined)
  if (found?.isDirectory() === true) return false
  if (found === undefined && dirname(path) !== path) await makeEach(dirname(path))
  await mkdir(path)
  return true
}

function reasonOf(error: unknown): LocalText {
  const known = systemReason(error)
  if (known !== undefined) return known
  const detail = error instanceof Error ? error.message : String(error)
  return { da: detail, en: detail }
}

function codeOf(error: unknown): unknown {
  return typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined
}

function unreadable(path: string, error: unknown): Problem {
  const reason = reasonOf(error)
  return {
    code: 'file-unreadable',
    text: { da: `Filen kan ikke læses (${reason.da}).`, en: `The file cannot be read (${reason.en}).` },
    at: { file: path },
  }
}

function unwritable(path: string, error: unknown): Problem {
  // A file about to be made cannot be missing: the system lets nobody make one here, as in /proc.
  const missing = systemReason(error) !== undefined && codeOf(error) === 'ENOENT'
  const reason = missing
    ? { da: 'her kan ikke oprettes filer', en: 'no file can be made here' }
    : reasonOf(error)
  return {
    code: 'file-unwritable',
    text: { da: `Filen kan ikke skrives (${reason.da}).`, en: `The file cannot be written (${reason.en}).` },
    at: { file: path },
  }
}

function notText(path: string): Problem {
  return {
    code: 'not-text',
    text: {
      da: 'Filen er ikke en tekstfil. Er det den rigtige fil? Ellers gem den som UTF-8.',
      en: 'The file is not a text file. Is it the right one? Otherwise save it as UTF-8.',
    },
    at: { file: path },
  }
}

function tooLarge(path: string): Problem {
  return {
    code: 'file-too-large',
    text: {
      da: 'Filen er over 1 GB og læses ikke. Del den op.',
      en: 'The file is larger than 1 GB and is not read. Split it.',
    },
    at: { file: path },
  }
}

function folderMissing(out: string, folder: string, error: unknown): Problem {
  const code = codeOf(error)
  if (code !== 'ENOENT') return unwritable(out, Object.assign(new Error(String(code)), { code }))
  return {
    code: 'folder-missing',
    text: {
      da: `Mappen ${folder} findes ikke. Opret den, eller ret stien; intet er skrevet.`,
      en: `The folder ${folder} does not exist. Make it or mend the path; nothing was written.`,
    },
    at: { file: out },
  }
}

function outIsFolder(out: string): Problem {
  return {
    code: 'file-unwritable',
    text: {
      da: 'Her skal stå en fil, men det er en mappe. Tilføj et filnavn.',
      en: 'A file belongs here, but this is a folder. Add a file name.',
    },
    at: { file: out },
  }
}

function sameFile(out: string): Problem {
  return {
    code: 'out-is-input',
    text: {
      da: 'Filen læses også som input og ville blive overskrevet. Vælg et andet navn til --out.',
      en: 'The file is also read as input and would be overwritten. Choose another name for --out.',
    },
    at: { file: out },
  }
}
