import { readdir, readFile } from 'node:fs/promises'
import type { IncludedProgrammes } from '../app/programme/included-programmes.ts'

const folder = new URL('../../programmes/', import.meta.url)

/** The programme files beside the program, read anew each time: seldom, and some 300 kB in all. */
export const includedProgrammes: IncludedProgrammes = async () => {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.yaml')).toSorted()
  return Promise.all(names.map(async (name) => ({ name, bytes: await readFile(new URL(name, folder)) })))
}
