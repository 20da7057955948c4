import { randomBytes, randomUUID } from 'node:crypto'
import { passwordTooShort, passwordWeak } from '../app/access/account-problems.ts'
import { addAccount, disableAccount, listAllAccounts, type NewAccount } from '../app/access/accounts.ts'
import { createFirstMunicipality, municipalityOf } from '../app/access/municipality-of.ts'
import { hashPassword } from '../app/access/password.ts'
import { danishDay } from '../app/frame/danish-day.ts'
import { weaknessOf } from '../core/access/weak-password.ts'
import type { Checked } from '../core/language/problem.ts'
import { commonPasswords } from './common-passwords.ts'
import { withDatabase, type Where } from './with-database.ts'

/** Shorter ones are guessed; longer is the user's affair (NIST SP 800-63B asks for 15 where a password is all there is, 8 at least). */
const shortestPassword = 12

export async function addUser(
  where: Where,
  account: Omit<NewAccount, 'passwordHash'>,
  password: string,
): Promise<Checked<undefined>> {
  if (password.length < shortestPassword) return { ok: false, problems: [passwordTooShort] }
  const own = [account.userName, account.name ?? '', where.municipality ?? '', 'Tilsyn kommune']
  if (weaknessOf(password, await commonPasswords(), own) !== undefined)
    return { ok: false, problems: [passwordWeak] }
  return withDatabase(where, async (database) => {
    const municipality =
      where.municipality === undefined
        ? await municipalityOf(database, undefined)
        : await createFirstMunicipality(database, where.municipality, randomUUID())
    if (!municipality.ok) return municipality
    const passwordHash = await hashPassword(password, randomBytes)
    return addAccount(database, municipality.value, { ...account, passwordHash }, danishDay(new Date()))
  })
}

export async function listUsers(where: Where): Promise<Checked<readonly string[]>> {
  return withDatabase(where, async (database) => {
    const municipality = await municipalityOf(database, where.municipality)
    if (!municipality.ok) return municipality
    const accounts = await listAllAccounts(database, municipality.value)
    const lines = accounts.map(({ userName, initials, name }) => `${userName}\t${initials}\t${name}`)
    return { ok: true, value: lines }
  })
}

export async function disableUser(where: Where, userName: string): Promise<Checked<undefined>> {
  return withDatabase(where, async (database) => {
    const municipality = await municipalityOf(database, where.municipality)
    return municipality.ok ? disableAccount(database, municipality.value, userName) : municipality
  })
}
