import type { MunicipalityId } from '../ids.ts'
import type { Reader, Writer } from '../transaction.ts'

/** Whether whoever signs in with a password must also give a one-time code. */
export type SecondFactorRule = 'optional' | 'required'

export async function getSecondFactorRule(
  reader: Reader,
  municipalityId: MunicipalityId,
): Promise<SecondFactorRule> {
  const row = await reader.db
    .selectFrom('municipality')
    .select('second_factor')
    .where('municipality_id', '=', municipalityId)
    .executeTakeFirstOrThrow()
  return row.second_factor
}

export async function setSecondFactorRule(
  writer: Writer,
  municipalityId: MunicipalityId,
  rule: SecondFactorRule,
): Promise<void> {
  await writer.db
    .updateTable('municipality')
    .set({ second_factor: rule })
    .where('municipality_id', '=', municipalityId)
    .execute()
}
