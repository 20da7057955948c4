import { personExists, saveEmail } from '../../storage/access/people.ts'
import { findId, type PersonId } from '../../storage/ids.ts'
import { authorise } from '../frame/authorise.ts'
import type { Context } from '../frame/context.ts'
import { done, refused, type Result } from '../frame/result.ts'

/** Where a person's mails go from now on; null: nowhere. The log tells that it was changed, and not to what. */
export async function setEmail(
  context: Context,
  { person, email }: { readonly person: string; readonly email: string | null },
): Promise<Result<undefined>> {
  const granted = authorise(context, 'person.manage')
  if (!granted.ok) return granted
  return context.database.transaction(context.actor, async (tx) => {
    const personId = findId<PersonId>(person)
    if (personId === undefined || !(await personExists(tx.reader, personId))) return refused('not-found')
    const writer = await tx.recordChange({
      room: 'access',
      act: 'set-email',
      subjectKind: 'person',
      subjectId: personId,
      detail: { removed: email === null },
    })
    await saveEmail(writer, personId, email)
    return done()
  })
}
