import { publishFile, type ProgrammeFile } from '../app/programme/publish-programme.ts'
import type { Published } from '../contract/programme/publish.ts'
import type { Checked } from '../core/language/problem.ts'
import { refusalProblems } from './refusal-problems.ts'
import { inMunicipality, type Where } from './with-database.ts'

/** What `tilsyn programme publish` does. */
export async function publishInDatabase(where: Where, file: ProgrammeFile): Promise<Checked<Published>> {
  return inMunicipality(where, async (database, actor) => {
    const published = await publishFile({ database, actor, now: new Date() }, file)
    return published.ok ? published : { ok: false, problems: refusalProblems(published) }
  })
}
