import type { Checked } from '../../core/language/problem.ts'
import type { DrawFile } from '../../core/draw/draw-file.ts'
import { readDrawFile } from '../../core/draw/read-draw-file.ts'
import { readSeed } from '../../core/draw/seed.ts'
import { readFrame, type Frame } from '../../core/registry/read-frame.ts'
import { readColumnMapping } from '../../core/tabular/column-mapping.ts'
import { readInput, readText } from '../files.ts'
import { openProgress } from '../progress.ts'
import { orRefuse, type Terminal } from '../terminal.ts'
import type { FrameFlags } from './flags.ts'

/** The frame of a draw. `stages` are those the programme knows, where there is one. */
export async function readFrameInput(
  terminal: Terminal,
  flags: Pick<FrameFlags, 'frame' | 'columns'>,
  stages?: readonly string[],
): Promise<Frame> {
  const mapping =
    flags.columns === undefined
      ? undefined
      : orRefuse(terminal, readColumnMapping(await readText(terminal, flags.columns), flags.columns))
  const bytes = await readInput(terminal, flags.frame)
  const progress = openProgress(terminal, { da: 'Læser sagstrin', en: 'Reading case stages' })
  const frame = await readFrame(bytes, flags.frame, {
    ...(mapping === undefined ? {} : { mapping }),
    ...(stages === undefined ? {} : { stages }),
    onProgress: progress.show,
  })
  progress.close()
  return orRefuse(terminal, frame)
}

export async function readSeedInput(terminal: Terminal, flags: FrameFlags): Promise<Uint8Array> {
  const seed = orRefuse(terminal, readSeed(await readInput(terminal, flags.seedFile), flags.seedFile))
  if (seed.weak) {
    const warning = {
      da: 'Advarsel: lodtrækningsfrøet er under 16 tegn langt og kan gættes ud fra sin kontrolsum.',
      en: 'Warning: the seed is shorter than 16 bytes and could be guessed from its digest.',
    }
    terminal.err(`${flags.seedFile}: ${warning[terminal.language]}\n`)
  }
  return seed.bytes
}

export async function readDrawInput(terminal: Terminal, path: string): Promise<DrawFile> {
  return orRefuse(terminal, readDrawFile(await readText(terminal, path), path))
}

/** Core knows no file names; problems that name none are about the one given. */
export function inFile<T>(checked: Checked<T>, file: string): Checked<T> {
  if (checked.ok) return checked
  const problems = checked.problems.map((problem) =>
    problem.at?.file === undefined ? { ...problem, at: { ...problem.at, file } } : problem,
  )
  return { ok: false, problems }
}
