import { sql } from 'kysely'
import type { PersonalReader } from '../transaction.ts'
import type { DrawId } from '../ids.ts'

/**
 * Ids that occur in a text, capital letters or not: of the cases in these draws' frames, drawn or not, and of every
 * case of the registry. The database compares, since a registry has more ids than are worth loading.
 */
export async function listCaseIdsWithin(
  reader: PersonalReader,
  text: string,
  draws: readonly DrawId[],
): Promise<readonly string[]> {
  if (text === '') return []
  const { rows } = await sql<{ caseId: string }>`
    select case_id as "caseId" from case_stage where strpos(lower(${text}), lower(case_id)) > 0
    union
    select case_id from draw_case
    where draw_id = any(${draws}::uuid[]) and strpos(lower(${text}), lower(case_id)) > 0`.execute(reader.db)
  return rows.map(({ caseId }) => caseId)
}
