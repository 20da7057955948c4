import { findUserName } from '../../storage/access/accounts.ts'
import * as factors from '../../storage/access/second-factor.ts'
import { getSecondFactorRule } from '../../storage/access/sign-in-rules.ts'
import { findStaffMember } from '../../storage/access/staff-member.ts'
import type { Context } from '../frame/context.ts'
import { done, refused, type Result } from '../frame/result.ts'
import type { CodeMeans } from './check-code.ts'
import { closeSecret, newRecoveryCode, openSecret, recoveryHash } from './factor-secret.ts'
import { base32, enrolmentAddress, secretBytes, stepOfCode } from './one-time-code.ts'
import { renewSession } from './renew-session.ts'
import type { RandomBytes } from './session-token.ts'
import type { StartedSession } from './start-session.ts'

export interface FactorMeans extends CodeMeans {
  readonly randomBytes: RandomBytes
}

const recoveryCodes = 10

export interface FactorStanding {
  readonly on: boolean
  /** The municipality asks for it, so it cannot be turned off. */
  readonly required: boolean
  readonly recoveryCodes: number
}

export async function readSecondFactor({ database, actor }: Context): Promise<Result<FactorStanding>> {
  return database.transaction(actor, async ({ reader }) => {
    const factor = await factors.findSecondFactor(reader, actor.personId)
    const required = (await getSecondFactorRule(reader, actor.municipalityId)) === 'required'
    return done({ on: factor?.confirmed ?? false, required, recoveryCodes: factor?.recoveryCodes ?? 0 })
  })
}

export interface Enrolment {
  /** For the QR code. */
  readonly address: string
  /** The same secret to be typed, base 32. */
  readonly secret: string
}

/** Makes a new secret and shows it, this once. It counts only when a first code has confirmed that the app has it. */
export async function beginSecondFactor(
  { database, actor }: Context,
  { factorKey, randomBytes }: FactorMeans,
): Promise<Result<Enrolment, 'no-password' | 'codes-in-use'>> {
  const secret = randomBytes(secretBytes)
  return database.transaction(actor, async (tx) => {
    const userName = await findUserName(tx.reader, actor.personId)
    const member = await findStaffMember(tx.reader, actor.personId)
    if (userName === undefined || member === undefined) return refused('no-password')
    const standing = await factors.findSecondFactor(tx.reader, actor.personId)
    if (standing?.confirmed === true) return refused('codes-in-use')
    const entry = { room: 'access', act: 'begin-one-time-codes', subjectKind: 'person' } as const
    const writer = await tx.recordChange({ ...entry, subjectId: actor.personId })
    await factors.beginSecondFactor(writer, closeSecret(factorKey, actor, secret, randomBytes))
    const address = enrolmentAddress(secret, userName, member.municipality.name)
    return done({ address, secret: base32(secret) })
  })
}

/** Takes the codes into use with a first one. Other sessions end, this one is renewed; the recovery codes are told this once. */
export async function confirmSecondFactor(
  context: Context,
  { code, before }: { readonly code: string; readonly before: string | undefined },
  { factorKey, codeThrottle, randomBytes }: FactorMeans,
): Promise<
  Result<
    { readonly started: StartedSession; readonly recoveryCodes: readonly string[] },
    'wrong-code' | 'codes-in-use' | 'codes-not-begun' | 'too-many-attempts'
  >
> {
  const { database, actor, now } = context
  const factor = await database.transaction(actor, ({ reader }) =>
    factors.findSecondFactor(reader, actor.personId),
  )
  if (factor === undefined) return refused('codes-not-begun')
  if (factor.confirmed) return refused('codes-in-use')
  const wait = codeThrottle.attempt(actor.personId, actor.personId, now)
  if (wait > 0) return { ...refused('too-many-attempts'), retryAfterSeconds: wait }
  const secret = openSecret(factorKey, actor, factor.secret)
  const step = stepOfCode(secret, code.replaceAll(/\s/g, ''), now)
  if (step === undefined) return refused('wrong-code')
  codeThrottle.succeeded(actor.personId, actor.personId)
  const codes = Array.from({ length: recoveryCodes }, () => newRecoveryCode(randomBytes))
  const hashes = codes.flatMap((one) => recoveryHash(factorKey, actor, one) ?? [])
  const taken = await database.transaction(actor, async (tx) => {
    const entry = { room: 'access', act: 'take-one-time-codes', subjectKind: 'person' } as const
    const writer = await tx.recordChange({ ...entry, subjectId: actor.personId })
    return factors.confirmSecondFactor(writer, step, hashes)
  })
  if (!taken) return refused('codes-in-use')
  const renewal = { act: 'confirm-one-time-codes', before, alone: true, randomBytes } as const
  return done({ started: await renewSession(context, renewal), recoveryCodes: codes })
}

/** Turns one's own codes off, where the municipality leaves the choice. */
export async function removeSecondFactor({
  database,
  actor,
}: Context): Promise<Result<undefined, 'codes-required' | 'codes-not-begun'>> {
  return database.transaction(actor, async (tx) => {
    if ((await getSecondFactorRule(tx.reader, actor.municipalityId)) === 'required')
      return refused('codes-required')
    if ((await factors.findSecondFactor(tx.reader, actor.personId)) === undefined)
      return refused('codes-not-begun')
    const entry = { room: 'access', act: 'remove-one-time-codes', subjectKind: 'person' } as const
    const writer = await tx.recordChange({ ...entry, subjectId: actor.personId })
    await factors.removeSecondFactor(writer, actor.personId)
    return done()
  })
}
