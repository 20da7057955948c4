import { readdir, readFile } from 'node:fs/promises'
import type { IncludedRules } from '../app/caseflow/included-rules.ts'

const folder = new URL('../../programmes/', import.meta.url)

/** The deadline rules beside the program, read anew each time: once for each municipality, and some 30 kB in all. */
export const includedRules: IncludedRules = async () => {
  const names = (await readdir(folder)).filter((name) => /^deadlines-.*\.yaml$/.test(name)).toSorted()
  return Promise.all(names.map(async (name) => ({ name, bytes: await readFile(new URL(name, folder)) })))
}
