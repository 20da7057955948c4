import { setImmediate as breathe } from 'node:timers/promises'
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
  const read: ReadProgramme[] = []
  for await (const { programme } of readEach(included)) read.push(programme)
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
  for await (const { file, programme } of readEach(included))
    if (programme.programme.key === key) return publishFile(context, file)
  return refused('not-found')
}

type ReadProgramme = Extract<ReturnType<typeof readProgramme>, { readonly ok: true }>['value']

/** Reading the largest takes some 80 ms on a busy machine, and many may ask at once. */
const known = new WeakMap<ProgrammeFile, ReadProgramme>()

/** Between two files others get their turn. */
async function* readEach(
  included: IncludedProgrammes,
): AsyncGenerator<{ readonly file: ProgrammeFile; readonly programme: ReadProgramme }> {
  for (const file of await included()) {
    let programme = known.get(file)
    if (programme === undefined) {
      const read = readProgramme(file)
      if (!read.ok) throw new Error(`the included programme ${file.name} cannot be read`)
      programme = read.value
      known.set(file, programme)
      await breathe()
    }
    yield { file, programme }
  }
}
