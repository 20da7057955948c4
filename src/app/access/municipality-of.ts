import type { Checked } from '../../core/language/problem.ts'
import { getId, type MunicipalityId } from '../../storage/ids.ts'
import { setSecondFactorRule } from '../../storage/access/sign-in-rules.ts'
import type { Database } from '../../storage/transaction.ts'
import { demoHasNoAccounts, municipalityUnclear } from './account-problems.ts'

/** The municipality a command means: the named one, or the only one. */
export async function municipalityOf(
  database: Database,
  name: string | undefined,
): Promise<Checked<MunicipalityId>> {
  const all = await database.beforeSignIn.listMunicipalities()
  if (all.some(({ demo }) => demo)) return { ok: false, problems: [demoHasNoAccounts] }
  const fitting = name === undefined ? all : all.filter((one) => one.name === name)
  const [only, another] = fitting
  if (only !== undefined && another === undefined) return { ok: true, value: only.municipalityId }
  return { ok: false, problems: [municipalityUnclear(all.map((one) => one.name))] }
}

/** Makes the first municipality of an empty database. `newId` is a fresh random UUID. */
export async function createFirstMunicipality(
  database: Database,
  name: string,
  newId: string,
): Promise<Checked<MunicipalityId>> {
  const all = await database.beforeSignIn.listMunicipalities()
  if (all.length > 0) return municipalityOf(database, name)
  const municipalityId = getId<MunicipalityId>(newId)
  await database.transaction({ municipalityId, personId: null }, async (tx) => {
    const writer = await tx.recordChange({
      room: 'access',
      act: 'create-municipality',
      subjectKind: 'municipality',
      subjectId: municipalityId,
    })
    await writer.db.insertInto('municipality').values({ name }).execute()
    // Whoever wants a password alone to do must say so (OWASP ASVS 6.3.2); an administrator can, and it is on record.
    await setSecondFactorRule(writer, municipalityId, 'required')
  })
  return { ok: true, value: municipalityId }
}
