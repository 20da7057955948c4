import { finishRuns, purge, type Purged } from '../app/access/retention/purge.ts'
import type { Checked, Problem } from '../core/language/problem.ts'
import { rewriteFiles } from '../storage/access/retention/rewrite-files.ts'
import { openDatabase } from '../storage/database.ts'
import type { MunicipalityId } from '../storage/ids.ts'
import { createPool } from '../storage/pool.ts'
import { databaseConfiguration } from './configuration.ts'
import { asOwner, missingData, type OwnerAccess } from './owner-access.ts'

export interface PurgeRequest {
  readonly data: string | undefined
  readonly today: string
  readonly progress: (municipality: string, done: number, all: number) => void
  readonly purged: (municipality: string, result: Purged) => void
}

export interface PurgeResult {
  /** Statements that the owner's role may not run; a superuser must. */
  readonly left: readonly string[]
}

/** What `tilsyn purge` does, in all municipalities; the server may be serving meanwhile. */
export async function purgeData(request: PurgeRequest): Promise<Checked<PurgeResult>> {
  const environment = request.data === undefined ? process.env : { ...process.env, TILSYN_DATA: request.data }
  const configuration = databaseConfiguration(environment)
  if (!configuration.ok) return configuration
  const { value } = configuration
  const missing = await missingData(value)
  if (missing !== undefined) return { ok: false, problems: [missing] }
  return asOwner(value, true, (access) => purgeAsOwner(access, request))
}

export async function purgeAsOwner(
  { ownerUrl, claimKey }: Pick<OwnerAccess, 'ownerUrl' | 'claimKey'>,
  { today, progress, purged }: Omit<PurgeRequest, 'data'>,
): Promise<Checked<PurgeResult>> {
  const pool = createPool(ownerUrl, 2, () => undefined)
  const database = openDatabase({ pool, claimKey, now: Date.now })
  try {
    const means = { database, today, now: () => new Date() }
    const done: { readonly municipality: MunicipalityId; readonly result: Purged }[] = []
    for (const { municipalityId, name } of await database.beforeSignIn.listMunicipalities()) {
      const told = { ...means, progress: (count: number, all: number) => progress(name, count, all) }
      const result = await purge(told, municipalityId)
      done.push({ municipality: municipalityId, result })
      purged(name, result)
    }
    const changed = done.some(
      ({ result }) => result.runs.length > 0 || Object.values(result.aged).some((count) => count > 0),
    )
    if (!changed) return { ok: true, value: { left: [] } }
    const { kept, left } = await rewriteFiles(ownerUrl)
    if (kept !== undefined) return { ok: false, problems: [readersInTheWay] }
    const finishing = { ...means, progress: () => undefined }
    for (const { municipality, result } of done) await finishRuns(finishing, municipality, result.runs)
    return { ok: true, value: { left } }
  } finally {
    await database.close()
  }
}

const readersInTheWay: Problem = {
  code: 'purge-readers',
  text: {
    da: 'Rækkerne er slettet, men noget har læst i databasen i over ti minutter, f.eks. en sikkerhedskopi, og filerne kan først skrives om bagefter. Kør kommandoen igen, når det er færdigt.',
    en: 'The rows are erased, but something has been reading in the database for over ten minutes, e.g. a backup, and the files can only be written anew after it. Run the command again when that is over.',
  },
}
