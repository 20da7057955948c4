import { personExists } from '../../storage/access/people.ts'
import { closeSessionsOf, findAccount, saveAccount } from '../../storage/account.ts'
import { findId, type PersonId } from '../../storage/ids.ts'
import { isUniqueViolation } from '../../storage/unique-violation.ts'
import { authorise } from '../frame/authorise.ts'
import type { Context } from '../frame/context.ts'
import { done, refused, type Result } from '../frame/result.ts'
import type { Passwords } from './password.ts'
import type { RandomBytes } from './session-token.ts'

export interface AccountMeans {
  readonly passwords: Passwords
  readonly randomBytes: RandomBytes
}

/** How long a password works that somebody else has seen. */
const givenDays = 7

/**
 * Gives a person a user name and a random password, told only in this answer; it works for some days, for choosing one's
 * own. Whoever used the old one is signed out.
 */
export async function giveAccount(
  context: Context,
  account: { readonly person: string; readonly userName: string },
  { passwords, randomBytes }: AccountMeans,
): Promise<Result<{ userName: string; password: string }>> {
  const granted = authorise(context, 'person.manage')
  if (!granted.ok) return granted
  const { userName } = account
  const password = newPassword(randomBytes)
  const passwordHash = await passwords.hash(password)
  if (passwordHash === 'too-busy') return { ...refused('too-busy'), retryAfterSeconds: 5 }
  try {
    return await context.database.transaction(context.actor, async (tx) => {
      const personId = findId<PersonId>(account.person)
      if (personId === undefined || !(await personExists(tx.reader, personId))) return refused('not-found')
      const holder = await findAccount(tx.reader, userName)
      if (holder !== undefined && holder.personId !== personId) return refused('user-name-taken')
      const writer = await tx.recordChange({
        room: 'access',
        act: 'add-account',
        subjectKind: 'person',
        subjectId: personId,
      })
      const givenUntil = new Date(context.now.getTime() + givenDays * 24 * 60 * 60_000)
      await saveAccount(writer, { username: userName, personId, passwordHash, givenUntil })
      await closeSessionsOf(writer, personId)
      return done({ userName, password })
    })
  } catch (error) {
    if (isUniqueViolation(error, 'local_account_pkey')) return refused('user-name-taken')
    throw error
  }
}

/** Without letters and digits that look alike; 32 of them, so that a byte's last five bits choose evenly. */
const letters = 'abcdefghijkmnpqrstuvwxyz23456789'

/** 140 random bits in groups that can be read aloud. */
function newPassword(randomBytes: RandomBytes): string {
  const text = [...randomBytes(28)].map((byte) => letters[byte % letters.length]).join('')
  return text.replaceAll(/.{4}(?=.)/g, '$&-')
}
