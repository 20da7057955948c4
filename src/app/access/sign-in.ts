import { findAccount } from '../../storage/account.ts'
import type { MunicipalityId } from '../../storage/ids.ts'
import type { OpenContext } from '../frame/context.ts'
import { done, refused, type Result } from '../frame/result.ts'
import { checkCode, refusedCode, type CodeMeans } from './check-code.ts'
import { recordFailedSignIn } from './failed-sign-in.ts'
import type { Passwords } from './password.ts'
import type { SessionLimits } from './session-limits.ts'
import type { RandomBytes } from './session-token.ts'
import type { SignInThrottle } from './sign-in-throttle.ts'
import { startSession, type StartedSession } from './start-session.ts'

export interface SignInAttempt {
  readonly userName: string
  readonly password: string
  /** Of the authenticator app, or a recovery code, from those who have them. */
  readonly code: string | undefined
  /** Needed where several municipalities share the database. */
  readonly municipality: string | undefined
  readonly address: string
  /** Token of the session the browser had before. */
  readonly before: string | undefined
}

export interface SignInMeans extends CodeMeans {
  readonly passwords: Passwords
  readonly throttle: SignInThrottle
  readonly limits: SessionLimits
  readonly randomBytes: RandomBytes
}

type Refusals =
  | 'wrong-credentials'
  | 'code-needed'
  | 'wrong-code'
  | 'given-password-expired'
  | 'too-many-attempts'
  | 'too-busy'
  | 'municipality-missing'

/** Signs a person in with a local account. An unknown name and a wrong password get the same answer in the same time. */
export async function signIn(
  open: OpenContext,
  attempt: SignInAttempt,
  means: SignInMeans,
): Promise<Result<StartedSession, Refusals>> {
  const { userName, address } = attempt
  const municipalityId = await chosenMunicipality(open, attempt.municipality)
  if (municipalityId === undefined) return refused('municipality-missing')
  const wait = means.throttle.attempt(userName, address, open.now)
  if (wait > 0) return { ...refused('too-many-attempts'), retryAfterSeconds: wait }
  const account = await open.database.transaction({ municipalityId, personId: null }, ({ reader }) =>
    findAccount(reader, userName),
  )
  const check = await means.passwords.check(attempt.password, account?.passwordHash)
  if (check === 'too-busy') {
    means.throttle.takenBack(userName, address)
    return { ...refused('too-busy'), retryAfterSeconds: 5 }
  }
  const failed = async <Refusal extends 'wrong-credentials' | 'wrong-code' | 'given-password-expired'>(
    refusal: Refusal,
  ) => {
    await recordFailedSignIn(open, { municipalityId, personId: account?.personId }, refusal)
    return refused(refusal)
  }
  if (check === 'wrong' || account === undefined) return failed('wrong-credentials')
  means.throttle.succeeded(userName, address)
  const who = { municipalityId, personId: account.personId }
  const code = await checkCode(open, who, attempt.code, means)
  if (code.kind === 'wrong') return failed('wrong-code')
  if (code.kind !== 'right') return refusedCode(code)
  if (account.givenUntil !== null && open.now > account.givenUntil) return failed('given-password-expired')
  const how = { act: 'sign-in', method: 'password', before: attempt.before } as const
  return done(await startSession(open, who, how, means))
}

export async function chosenMunicipality(
  open: OpenContext,
  wanted: string | undefined,
): Promise<MunicipalityId | undefined> {
  const all = await open.database.beforeSignIn.listMunicipalities()
  const fitting = wanted === undefined ? all : all.filter(({ municipalityId }) => municipalityId === wanted)
  return fitting.length === 1 ? fitting[0]?.municipalityId : undefined
}
