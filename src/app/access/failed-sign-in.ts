import type { MunicipalityId, PersonId } from '../../storage/ids.ts'
import type { Context, OpenContext } from '../frame/context.ts'

type Why =
  | 'wrong-credentials'
  | 'wrong-password'
  | 'wrong-code'
  | 'given-password-expired'
  | 'sign-in-refused'
  | 'sign-in-too-weak'
  | 'account-unknown'
  | 'no-role'

/**
 * Puts a sign-in that failed on record: of whose account, and why. Of a name that nobody has no more than that, because
 * people type their password there; it is written all the same, or the time taken would tell that the name is unknown.
 */
export async function recordFailedSignIn(
  open: OpenContext,
  { municipalityId, personId }: { municipalityId: MunicipalityId; personId: PersonId | undefined },
  why: Why,
): Promise<void> {
  // Nobody has proved yet who they are, so it is nobody's act.
  await open.database.transaction({ municipalityId, personId: null }, async (tx) => {
    await tx.recordChange({
      room: 'access',
      act: 'fail-sign-in',
      subjectKind: 'person',
      ...(personId !== undefined && { subjectId: personId }),
      detail: { why },
    })
  })
}

/** Puts on record that someone at an open session could not prove to be its person. */
export async function recordFailedProof({ database, actor }: Context, why: Why): Promise<void> {
  await database.transaction(actor, async (tx) => {
    await tx.recordChange({
      room: 'access',
      act: 'fail-proof',
      subjectKind: 'person',
      subjectId: actor.personId,
      detail: { why },
    })
  })
}
