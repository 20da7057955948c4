import type { ProgrammeCheck, Published } from '../../contract/programme/publish.ts'
import { authorise } from '../frame/authorise.ts'
import type { Context } from '../frame/context.ts'
import { done, refused, type Result } from '../frame/result.ts'
import { describeStanding, publishFile, readProgramme, type ProgrammeFile } from './publish-programme.ts'

/** The files that come with the program. Which they are is decided at the start, never by a caller. */
export type IncludedProgrammes = () => Promise<readonly ProgrammeFile[]>

export async function listIncluded(
  context: Context,
  included: IncludedProgrammes,
): Promise<Result<{ programmes: readonly ProgrammeCheck[] }>> {
  const granted = authorise(context, 'programme.publish')
  if (!granted.ok) return granted
  const read = (await included()).map(readIncluded)
  return context.database.transaction(context.actor, async ({ reader }) => {
    const programmes: ProgrammeCheck[] = []
    for (const one of read) programmes.push(await describeStanding(reader, one))
    return done({ programmes })
  })
}

export async function publishIncluded(
  context: Context,
  included: IncludedProgrammes,
  key: string,
): Promise<Result<Published>> {
  const granted = authorise(context, 'programme.publish')
  if (!granted.ok) return granted
  const file = (await included()).find((one) => readIncluded(one).programme.key === key)
  return file === undefined ? refused('not-found') : publishFile(context, file)
}

function readIncluded(file: ProgrammeFile) {
  const read = readProgramme(file)
  if (!read.ok) throw new Error(`the included programme ${file.name} cannot be read`)
  return read.value
}
