import { sql } from 'kysely'
import type { Role } from '../../core/access/role.ts'
import type { ReviewState } from '../../core/review/review.ts'
import type { CaseStageId, PersonId } from '../ids.ts'
import type { PersonalReader } from '../transaction.ts'

/** Everybody who was ever given or answered a review of these case stages, in any round and at any level. */
export async function listEarlierReviewers(
  reader: PersonalReader,
  caseStages: readonly CaseStageId[],
): Promise<ReadonlyMap<CaseStageId, ReadonlySet<PersonId>>> {
  const { rows } = await sql<{ caseStageId: CaseStageId; person: PersonId }>`
    select r.case_stage_id as "caseStageId", p.person from review r
    cross join lateral (
      select r.assigned_to as person union select r.assigned_with
      union select a.answered_by from review_answer a
        where a.municipality_id = r.municipality_id and a.review_id = r.id
      union select o.person_id from own_review o
        where o.municipality_id = r.municipality_id and o.review_id = r.id) p
    where r.case_stage_id = any(${caseStages}::uuid[]) and p.person is not null`.execute(reader.db)
  const reviewers = new Map<CaseStageId, Set<PersonId>>()
  for (const { caseStageId, person } of rows)
    reviewers.set(caseStageId, (reviewers.get(caseStageId) ?? new Set()).add(person))
  return reviewers
}

/** Persons who hold or have held one of these roles. */
export async function listHolders(
  reader: PersonalReader,
  roles: readonly Role[],
): Promise<ReadonlySet<PersonId>> {
  const rows = await reader.db
    .selectFrom('role_assignment')
    .select('person_id as person')
    .distinct()
    .where('role', 'in', roles)
    .execute()
  return new Set(rows.map(({ person }) => person))
}

export interface ReviewOfAnchor {
  readonly caseStageId: CaseStageId
  readonly roundKey: string
  readonly titleDa: string
  readonly titleEn: string
  readonly level: number
  readonly asAnchor: boolean
  readonly state: ReviewState
  readonly reviewers: readonly string[]
  readonly submittedAt: Date | null
}

/** Every review of these case stages, oldest round first. */
export async function listReviewsOfAnchors(
  reader: PersonalReader,
  caseStages: readonly CaseStageId[],
): Promise<readonly ReviewOfAnchor[]> {
  const { rows } = await sql<ReviewOfAnchor>`
    select r.case_stage_id as "caseStageId", o.key as "roundKey", o.title_da as "titleDa", o.title_en as "titleEn",
      r.level, r.anchor_id is not null as "asAnchor", r.state, r.submitted_at as "submittedAt",
      array(select p.name from person p
        where p.municipality_id = r.municipality_id and p.id in (r.assigned_to, r.assigned_with)
        order by p.id <> r.assigned_to) as reviewers
    from review r
    join round o on o.municipality_id = r.municipality_id and o.id = r.round_id
    where r.case_stage_id = any(${caseStages}::uuid[])
    order by o.period_from, o.key, r.level
    limit 10000`.execute(reader.db)
  return rows
}
