import type { AnchorId, PersonId } from '../ids.ts'
import type { FrozenContent } from '../tables/draw.ts'
import type { PersonalReader } from '../transaction.ts'
import type { Participant } from '../../core/review/participant.ts'
import type { ReviewHead } from './review.ts'

export interface CaseFacts {
  readonly caseId: string
  /** As the case stage stood when the frame was frozen: what was drawn is what is reviewed. */
  readonly content: FrozenContent
}

type CaseOfReview = Pick<ReviewHead, 'anchorId' | 'caseStageId' | 'drawId' | 'shownCaseId'>

export async function getCaseFacts(reader: PersonalReader, of: CaseOfReview): Promise<CaseFacts> {
  if (of.anchorId !== null) return getAnchorFacts(reader, of.anchorId, of.shownCaseId)
  return reader.db
    .selectFrom('draw_case')
    .select(['case_id as caseId', 'content'])
    .where('draw_id', '=', of.drawId)
    .where('case_stage_id', '=', of.caseStageId)
    .executeTakeFirstOrThrow()
}

/** The unit by its name today: an old name would give the anchor away. */
async function getAnchorFacts(
  reader: PersonalReader,
  anchor: AnchorId,
  shown: string | null,
): Promise<CaseFacts> {
  const { caseId, content, unit } = await reader.db
    .selectFrom('anchor_case as a')
    .innerJoin('case_stage as c', 'c.id', 'a.case_stage_id')
    .innerJoin('unit as u', 'u.id', 'a.unit_id')
    .select(['c.case_id as caseId', 'a.content', 'u.name as unit'])
    .where('a.id', '=', anchor)
    .executeTakeFirstOrThrow()
  return { caseId: shown ?? caseId, content: { ...content, unit } }
}

/** Those who took part in the case stage, the responsible caseworker first; an anchor's as they were frozen. */
export async function listParticipantsOf(
  reader: PersonalReader,
  { anchorId, caseStageId }: CaseOfReview,
): Promise<readonly Participant[]> {
  if (anchorId !== null) {
    const { participants } = await reader.db
      .selectFrom('anchor_case')
      .select('participants')
      .where('id', '=', anchorId)
      .executeTakeFirstOrThrow()
    return participants
  }
  const rows = await reader.db
    .selectFrom('case_stage_participant as c')
    .leftJoin('person as p', 'p.id', 'c.person_id')
    .select(['c.part', 'c.caseworker', 'p.name'])
    .where('c.case_stage_id', '=', caseStageId)
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
