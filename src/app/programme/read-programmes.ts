import type { Programme } from '../../core/programme/programme.ts'
import type { ProgrammeSummary } from '../../contract/programme/programme.ts'
import { findNewestProgramme, listNewestProgrammes } from '../../storage/programme/programme-version.ts'
import type { Context } from '../frame/context.ts'
import { authorise } from '../frame/authorise.ts'
import { done, refused, type Result } from '../frame/result.ts'
import { summarise } from './summarise.ts'

export async function listProgrammes(context: Context): Promise<Result<{ programmes: ProgrammeSummary[] }>> {
  const granted = authorise(context, 'programme.read')
  if (!granted.ok) return granted
  return context.database.transaction(context.actor, async (tx) => {
    const versions = await listNewestProgrammes(tx.reader)
    return done({ programmes: versions.map(({ programme }) => summarise(programme)) })
  })
}

export async function getProgramme(context: Context, key: string): Promise<Result<Programme>> {
  const granted = authorise(context, 'programme.read')
  if (!granted.ok) return granted
  return context.database.transaction(context.actor, async (tx) => {
    const found = await findNewestProgramme(tx.reader, key)
    if (found === undefined) return refused('not-found')
    // Nobody reads here which cases are anchors; those who lead the audit see them on the round.
    const { anchors: _, ...programme } = found.programme
    return done(programme)
  })
}
