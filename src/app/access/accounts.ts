import { userNamePattern } from '../../contract/access/people.ts'
import { belongsToUnit, isRole } from '../../core/access/role.ts'
import type { Checked, Problem } from '../../core/language/problem.ts'
import {
  findPersonByInitials,
  findUnitByName,
  insertPerson,
  insertRole,
  listAccounts,
  removeAccount,
  type ListedAccount,
} from '../../storage/access/accounts.ts'
import { findAccount, saveAccount } from '../../storage/account.ts'
import type { MunicipalityId, UnitId } from '../../storage/ids.ts'
import type { Database, Reader } from '../../storage/transaction.ts'
import * as problems from './account-problems.ts'

export interface NewAccount {
  readonly userName: string
  readonly initials: string
  /** Needed for a person who is not known yet. */
  readonly name: string | undefined
  readonly role: string | undefined
  readonly unit: string | undefined
  readonly passwordHash: string
}

/** Gives a person a user name and password, and a role when one is named; makes the person when the initials are new. */
export async function addAccount(
  database: Database,
  municipalityId: MunicipalityId,
  account: NewAccount,
  today: string,
): Promise<Checked<undefined>> {
  return database.transaction({ municipalityId, personId: null }, async (tx): Promise<Checked<undefined>> => {
    const problem = await findProblem(tx.reader, account)
    if (problem !== undefined) return { ok: false, problems: [problem] }
    const known = await findPersonByInitials(tx.reader, account.initials)
    if (known === undefined && account.name === undefined)
      return { ok: false, problems: [problems.nameMissing] }
    const unit = account.unit === undefined ? undefined : await findUnitByName(tx.reader, account.unit)
    const entry = { room: 'access', act: 'add-account', subjectKind: 'person' } as const
    const writer = await tx.recordChange(known === undefined ? entry : { ...entry, subjectId: known })
    const personId =
      known ?? (await insertPerson(writer, { name: account.name ?? '', initials: account.initials }))
    if (account.role !== undefined && isRole(account.role)) {
      await insertRole(writer, { personId, role: account.role, unit: unit ?? null, from: today })
    }
    const { userName, passwordHash } = account
    await saveAccount(writer, { username: userName, personId, passwordHash, givenUntil: null })
    return { ok: true, value: undefined }
  })
}

async function findProblem(reader: Reader, account: NewAccount): Promise<Problem | undefined> {
  if (!userNamePattern.test(account.userName)) return problems.userNameUnusable
  if ((await findAccount(reader, account.userName)) !== undefined)
    return problems.userNameTaken(account.userName)
  if (account.role === undefined) return undefined
  if (!isRole(account.role)) return problems.roleUnknown(account.role)
  const unit: UnitId | undefined =
    account.unit === undefined ? undefined : await findUnitByName(reader, account.unit)
  if (account.unit !== undefined && unit === undefined) return problems.unitUnknown(account.unit)
  if (belongsToUnit(account.role) && unit === undefined) return problems.unitMissing(account.role)
  return undefined
}

export async function listAllAccounts(
  database: Database,
  municipalityId: MunicipalityId,
): Promise<readonly ListedAccount[]> {
  return database.transaction({ municipalityId, personId: null }, ({ reader }) => listAccounts(reader))
}

/** Takes the user name away and ends the person's sessions. The person and what they did stay. */
export async function disableAccount(
  database: Database,
  municipalityId: MunicipalityId,
  userName: string,
): Promise<Checked<undefined>> {
  return database.transaction({ municipalityId, personId: null }, async (tx): Promise<Checked<undefined>> => {
    const account = await findAccount(tx.reader, userName)
    if (account === undefined) return { ok: false, problems: [problems.userNameUnknown(userName)] }
    const writer = await tx.recordChange({
      room: 'access',
      act: 'disable-account',
      subjectKind: 'person',
      subjectId: account.personId,
    })
    await removeAccount(writer, userName)
    return { ok: true, value: undefined }
  })
}
