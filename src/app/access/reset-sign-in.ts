import type { ResetReason } from '../../contract/access/sign-in-rules.ts'
import { personExists } from '../../storage/access/people.ts'
import { unlinkProviderAccounts } from '../../storage/access/provider-account.ts'
import { removeSecondFactor } from '../../storage/access/second-factor.ts'
import { closeSessionsOf } from '../../storage/account.ts'
import { findId, type PersonId } from '../../storage/ids.ts'
import { authorise } from '../frame/authorise.ts'
import type { Context } from '../frame/context.ts'
import { done, refused, type Result } from '../frame/result.ts'

/**
 * An administrator's help for whoever has lost the telephone or got a new account: one-time codes, recovery codes and the
 * link to the municipality's sign-in go, and the person is signed out everywhere. Their password stays.
 */
export async function resetSignIn(
  context: Context,
  { person, reason }: { readonly person: string; readonly reason: ResetReason },
): Promise<Result<{ readonly codes: boolean; readonly link: boolean }>> {
  const granted = authorise(context, 'person.manage')
  if (!granted.ok) return granted
  return context.database.transaction(context.actor, async (tx) => {
    const personId = findId<PersonId>(person)
    if (personId === undefined || !(await personExists(tx.reader, personId))) return refused('not-found')
    const entry = { room: 'access', act: 'reset-sign-in', subjectKind: 'person' } as const
    const writer = await tx.recordChange({ ...entry, subjectId: personId, detail: { reason } })
    const codes = await removeSecondFactor(writer, personId)
    const link = await unlinkProviderAccounts(writer, personId)
    await closeSessionsOf(writer, personId)
    return done({ codes, link })
  })
}
