import { findSecondFactor, spendCodeStep, spendRecoveryCode } from '../../storage/access/second-factor.ts'
import type { Transaction } from '../../storage/transaction.ts'
import type { OpenContext } from '../frame/context.ts'
import { refused, type Refused } from '../frame/result.ts'
import { openSecret, recoveryHash, type FactorKey, type FactorOwner } from './factor-secret.ts'
import { stepOfCode } from './one-time-code.ts'
import type { SignInThrottle } from './sign-in-throttle.ts'

export type CodeCheck =
  | { readonly kind: 'right' }
  | { readonly kind: 'missing' }
  | { readonly kind: 'wrong' }
  | { readonly kind: 'wait'; readonly seconds: number }

export interface CodeMeans {
  readonly factorKey: FactorKey
  /**
   * Counts wrong codes for each person, wherever they come from: six digits would otherwise be guessed from many addresses.
   * Only whoever knows the password gets this far, so nobody else can make a person wait.
   */
  readonly codeThrottle: SignInThrottle
}

/** Holds what was typed against a person's one-time code or recovery codes and uses it up. Persons without codes need none. */
export async function checkCode(
  open: OpenContext,
  owner: FactorOwner,
  typed: string | undefined,
  { factorKey, codeThrottle }: CodeMeans,
): Promise<CodeCheck> {
  const actor = { municipalityId: owner.municipalityId, personId: null }
  const factor = await open.database.transaction(actor, ({ reader }) =>
    findSecondFactor(reader, owner.personId),
  )
  if (factor?.confirmed !== true) return { kind: 'right' }
  if (typed === undefined || typed.trim() === '') return { kind: 'missing' }
  const seconds = codeThrottle.attempt(owner.personId, owner.personId, open.now)
  if (seconds > 0) return { kind: 'wait', seconds }
  const used = await open.database.transaction(actor, async (tx) => {
    const code = typed.replaceAll(/\s/g, '')
    if (/^\d{6}$/.test(code)) {
      const step = stepOfCode(openSecret(factorKey, owner, factor.secret), code, open.now)
      return step !== undefined && spendCodeStep(await writerOf(tx, owner, 'use-code'), owner.personId, step)
    }
    const hash = recoveryHash(factorKey, owner, typed)
    if (hash === undefined) return false
    return spendRecoveryCode(await writerOf(tx, owner, 'use-recovery-code'), owner.personId, hash)
  })
  if (!used) return { kind: 'wrong' }
  codeThrottle.succeeded(owner.personId, owner.personId)
  return { kind: 'right' }
}

/** What is written down is that a code was tried; whether it was the right one, the sign-in after it tells. */
function writerOf(tx: Transaction, { personId }: FactorOwner, act: 'use-code' | 'use-recovery-code') {
  return tx.recordChange({ room: 'access', act, subjectKind: 'person', subjectId: personId })
}

export function refusedCode(
  check: Exclude<CodeCheck, { kind: 'right' }>,
): Refused<'code-needed' | 'wrong-code' | 'too-many-attempts'> {
  switch (check.kind) {
    case 'missing':
      return refused('code-needed')
    case 'wrong':
      return refused('wrong-code')
    case 'wait':
      return { ...refused('too-many-attempts'), retryAfterSeconds: check.seconds }
  }
  return check satisfies never
}
