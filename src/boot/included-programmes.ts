import { readdir, readFile } from 'node:fs/promises'
import type { IncludedProgrammes } from '../app/programme/included-programmes.ts'
import type { ProgrammeFile } from '../app/programme/publish-programme.ts'

const folder = new URL('../../programmes/', import.meta.url)

let read: Promise<readonly ProgrammeFile[]> | undefined

/** The programme files beside the program: some 300 kB in all, read once, for they change with the program only. */
export const includedProgrammes: IncludedProgrammes = () =>
  (read ??= readAll().catch((error: unknown) => {
    read = undefined
    throw error
  }))

async function readAll(): Promise<readonly ProgrammeFile[]> {
  const names = (await readdir(folder)).filter(isProgramme).toSorted()
  return Promise.all(names.map(async (name) => ({ name, bytes: await readFile(new URL(name, folder)) })))
}

/** Deadline rules lie in the same folder, and are no programmes. */
function isProgramme(name: string): boolean {
  return name.endsWith('.yaml') && !name.startsWith('deadlines-')
}
