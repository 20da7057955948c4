import {
  getSecondFactorRule,
  setSecondFactorRule,
  type SecondFactorRule,
} from '../../storage/access/sign-in-rules.ts'
import { authorise } from '../frame/authorise.ts'
import type { Context } from '../frame/context.ts'
import { done, type Result } from '../frame/result.ts'

export async function readSignInRules(
  context: Context,
): Promise<Result<{ readonly secondFactor: SecondFactorRule }>> {
  const granted = authorise(context, 'person.manage')
  if (!granted.ok) return granted
  const { actor } = context
  return context.database.transaction(actor, async ({ reader }) =>
    done({ secondFactor: await getSecondFactorRule(reader, actor.municipalityId) }),
  )
}

/** In force at once, also for sessions that are open: who has no codes can do nothing but set them up. */
export async function setSignInRules(
  context: Context,
  { secondFactor }: { readonly secondFactor: SecondFactorRule },
): Promise<Result<undefined>> {
  const granted = authorise(context, 'person.manage')
  if (!granted.ok) return granted
  const { actor } = context
  return context.database.transaction(actor, async (tx) => {
    const writer = await tx.recordChange({
      room: 'access',
      act: 'set-sign-in-rules',
      subjectKind: 'municipality',
      subjectId: actor.municipalityId,
      detail: { secondFactor },
    })
    await setSecondFactorRule(writer, actor.municipalityId, secondFactor)
    return done()
  })
}
