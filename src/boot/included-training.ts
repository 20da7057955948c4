import { readdir, readFile } from 'node:fs/promises'
import type { IncludedTraining } from '../app/calibration/training-cases.ts'

const folder = new URL('../../programmes/training/', import.meta.url)

/** The training cases beside the program, read anew each time: seldom, and some 20 kB in all. */
export const includedTraining: IncludedTraining = async () => {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.yaml')).toSorted()
  return Promise.all(
    names.map(async (name) => ({ name, text: await readFile(new URL(name, folder), 'utf8') })),
  )
}
