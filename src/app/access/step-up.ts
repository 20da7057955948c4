import { findUserName } from '../../storage/access/accounts.ts'
import { findAccount } from '../../storage/account.ts'
import type { Context } from '../frame/context.ts'
import { done, refused, type Result } from '../frame/result.ts'
import { checkCode, refusedCode } from './check-code.ts'
import { recordFailedProof } from './failed-sign-in.ts'
import { renewSession } from './renew-session.ts'
import type { SignInMeans } from './sign-in.ts'
import type { StartedSession } from './start-session.ts'

/** How long a proof of who somebody is counts for what asks for a fresh one. */
const freshFor = 10 * 60_000

/** Whether the person proved who they are a short while ago. */
export function isFresh({ session, now }: Context): boolean {
  return now.getTime() - session.authenticatedAt.getTime() <= freshFor
}

export interface StepUp {
  readonly password: string | undefined
  readonly code: string | undefined
  readonly address: string
  readonly before: string | undefined
}

type Refusals =
  'wrong-password' | 'code-needed' | 'wrong-code' | 'too-many-attempts' | 'too-busy' | 'step-up-elsewhere'

/** Proves again who somebody is: with their password and code; in the demo, where nobody has one, by saying so. */
export async function stepUp(
  context: Context,
  { password, code, address, before }: StepUp,
  means: SignInMeans,
): Promise<Result<StartedSession, Refusals>> {
  const { actor, session, now } = context
  const renewal = { act: 'step-up', before, alone: false, randomBytes: means.randomBytes } as const
  if (session.method === 'demo') return done(await renewSession(context, renewal))
  const known = await context.database.transaction(actor, async ({ reader }) => {
    const username = await findUserName(reader, actor.personId)
    const account = username === undefined ? undefined : await findAccount(reader, username)
    return username === undefined || account === undefined ? undefined : { username, ...account }
  })
  // Who came through the municipality's sign-in proves it there, even with a password in Tilsyn as well.
  if (session.method === 'provider' || known === undefined) return refused('step-up-elsewhere')
  const { username, passwordHash } = known
  // Counted together with sign-in: whoever found an open screen gets no more guesses than anyone else.
  const wait = means.throttle.attempt(username, address, now)
  if (wait > 0) return { ...refused('too-many-attempts'), retryAfterSeconds: wait }
  const check = await means.passwords.check(password ?? '', passwordHash)
  if (check === 'too-busy') {
    means.throttle.takenBack(username, address)
    return { ...refused('too-busy'), retryAfterSeconds: 5 }
  }
  if (check === 'wrong') {
    await recordFailedProof(context, 'wrong-password')
    return refused('wrong-password')
  }
  means.throttle.succeeded(username, address)
  const factor = await checkCode(context, actor, code, means)
  if (factor.kind === 'wrong') await recordFailedProof(context, 'wrong-code')
  if (factor.kind !== 'right') return refusedCode(factor)
  return done(await renewSession(context, renewal))
}
