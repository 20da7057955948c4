import { readdir, readFile } from 'node:fs/promises'
import type { IncludedProgrammes } from '../app/programme/included-programmes.ts'

const folder = new URL('../../programmes/', import.meta.url)

/** The programme files beside the program, read anew each time: seldom, and some 300 kB in all. */
export const includedProgrammes: IncludedProgrammes = async () => {
  const names = (await readdir(folder)).filter(isProgramme).toSorted()
  return Promise.all(names.map(async (name) => ({ name, bytes: await readFile(new URL(name, folder)) })))
}

/** Deadline rules lie in the same folder, and are no programmes. */
function isProgramme(name: string): boolean {
  return name.endsWith('.yaml') && !name.startsWith('deadlines-')
}
