import type { CaseStageId, DrawId, PersonId } from '../ids.ts'
import type { FrozenContent } from '../tables/draw.ts'
import type { PersonalReader } from '../transaction.ts'

export interface CaseFacts {
  readonly caseId: string
  /** As the case stage stood when the frame was frozen: what was drawn is what is reviewed. */
  readonly content: FrozenContent
}

export async function getCaseFacts(
  reader: PersonalReader,
  draw: DrawId,
  caseStage: CaseStageId,
): Promise<CaseFacts> {
  return reader.db
    .selectFrom('draw_case')
    .select(['case_id as caseId', 'content'])
    .where('draw_id', '=', draw)
    .where('case_stage_id', '=', caseStage)
    .executeTakeFirstOrThrow()
}

export type Part = 'responsible' | 'took-part' | 'decided' | 'advised'

export interface Participant {
  readonly part: Part
  /** The case system's id of the caseworker. */
  readonly caseworker: string
  /** Null: not a person of this system. */
  readonly name: string | null
}

/** Those who took part in the case stage, the responsible caseworker first. */
export async function listParticipantsOf(
  reader: PersonalReader,
  caseStage: CaseStageId,
): Promise<readonly Participant[]> {
  const rows = await reader.db
    .selectFrom('case_stage_participant as c')
    .leftJoin('person as p', 'p.id', 'c.person_id')
    .select(['c.part', 'c.caseworker', 'p.name'])
    .where('c.case_stage_id', '=', caseStage)
    .orderBy('c.caseworker')
    .orderBy('c.part')
    .limit(200)
    .execute()
  return rows.toSorted((a, b) => Number(b.part === 'responsible') - Number(a.part === 'responsible'))
}

export async function listReviewerNames(
  reader: PersonalReader,
  persons: readonly PersonId[],
): Promise<readonly { readonly id: PersonId; readonly name: string }[]> {
  if (persons.length === 0) return []
  return reader.db
    .selectFrom('person')
    .select(['id', 'name'])
    .where('id', 'in', persons)
    .orderBy('id')
    .execute()
}
