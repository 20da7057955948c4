import { sql } from 'kysely'
import type { PersonId } from '../ids.ts'
import type { Reader, Writer } from '../transaction.ts'

export interface SecondFactor {
  /** Encrypted. */
  readonly secret: Uint8Array
  /** False: begun, and not asked for yet. */
  readonly confirmed: boolean
  readonly recoveryCodes: number
}

export async function findSecondFactor(
  reader: Reader,
  personId: PersonId,
): Promise<SecondFactor | undefined> {
  const { rows } = await sql<SecondFactor>`
    select secret, confirmed, recovery_codes as "recoveryCodes" from sealed.find_second_factor(${personId})`.execute(
    reader.db,
  )
  return rows[0]
}

/** Keeps a new secret for the acting person; false when their codes are in use already. */
export async function beginSecondFactor(writer: Writer, secret: Uint8Array): Promise<boolean> {
  return told(sql<Told>`select sealed.begin_second_factor(${secret}) as told`, writer)
}

/** Takes the acting person's codes into use; false when they are already, or none were begun. */
export async function confirmSecondFactor(
  writer: Writer,
  step: number,
  recoveryHashes: readonly Uint8Array[],
): Promise<boolean> {
  return told(sql<Told>`select sealed.confirm_second_factor(${step}, ${recoveryHashes}) as told`, writer)
}

/** Uses the code of a step up; false when it or a later one was used before. */
export async function spendCodeStep(writer: Writer, personId: PersonId, step: number): Promise<boolean> {
  return told(sql<Told>`select sealed.use_code_step(${personId}, ${step}) as told`, writer)
}

export async function spendRecoveryCode(
  writer: Writer,
  personId: PersonId,
  hash: Uint8Array,
): Promise<boolean> {
  return told(sql<Told>`select sealed.use_recovery_code(${personId}, ${hash}) as told`, writer)
}

/** False when there was none. */
export async function removeSecondFactor(writer: Writer, personId: PersonId): Promise<boolean> {
  return told(sql<Told>`select sealed.remove_second_factor(${personId}) as told`, writer)
}

interface Told {
  readonly told: boolean
}

async function told(query: ReturnType<typeof sql<Told>>, writer: Writer): Promise<boolean> {
  const { rows } = await query.execute(writer.db)
  return rows[0]?.told ?? false
}
