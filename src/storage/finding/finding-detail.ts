import { sql } from 'kysely'
import type { FindingId, PersonId, ReviewId, UnitId } from '../ids.ts'
import type { Role } from '../../core/access/role.ts'
import type { AnswerValue } from '../../core/programme/programme.ts'
import type { PersonalReader, Reader } from '../transaction.ts'

export interface FindingSource {
  readonly review: ReviewId
  readonly level: number
  readonly answer: AnswerValue | null
  readonly comment: string | null
  readonly evidence: string | null
  readonly foundAt: Date
  readonly withdrawn: boolean
  /** It is the review whose feedback was released to those who did the work. */
  readonly released: boolean
}

/** What stands or stood behind a finding, from the lowest level up; a corrected answer is not shown as it reads now. */
export async function listFindingSources(
  reader: PersonalReader,
  finding: FindingId,
): Promise<readonly FindingSource[]> {
  const { rows } = await sql<FindingSource>`
    select s.review_id as review, s.level, a.answer, a.comment, a.evidence_reference as evidence,
      s.found_at as "foundAt", s.withdrawn_at is not null as withdrawn,
      exists (select from feedback as b where b.review_id = s.review_id) as released
    from finding_source as s join finding as f on f.id = s.finding_id
      left join review_answer as a on a.review_id = s.review_id and a.question_key = f.question_key
        and s.withdrawn_at is null
    where s.finding_id = ${finding} order by s.level, s.review_id limit 50`.execute(reader.db)
  return rows
}

export interface FindingPerson {
  readonly id: PersonId
  readonly name: string
  readonly away: boolean
  readonly grants: readonly {
    readonly role: Role
    readonly unit: UnitId | null
    readonly from: string
    readonly until: string | null
  }[]
}

/** Persons who hold one of the roles at a unit on a day, or for the whole municipality, with all their grants of that day. */
export async function listHolders(
  reader: Reader,
  of: { readonly roles: readonly Role[]; readonly unit: UnitId; readonly today: string },
): Promise<readonly FindingPerson[]> {
  const inForce = sql`g.valid_from <= ${of.today}::date and coalesce(g.valid_to >= ${of.today}::date, true)`
  const { rows } = await sql<FindingPerson>`
    select p.id, p.name,
      exists (select from absence as a where a.person_id = p.id and a.taken_back_at is null
        and ${of.today}::date between a.valid_from and a.valid_to) as away,
      (select jsonb_agg(jsonb_build_object('role', g.role, 'unit', g.unit_id, 'from', g.valid_from, 'until', g.valid_to)
        order by g.role, g.unit_id) from role_assignment as g where g.person_id = p.id and ${inForce}) as grants
    from person as p
    where exists (select from role_assignment as g where g.person_id = p.id and ${inForce}
      and g.role = any(${of.roles}::text[]) and (g.unit_id is null or g.unit_id = ${of.unit}))
    order by p.name, p.id limit 500`.execute(reader.db)
  return rows
}

/** Whether those who did the work may know of a finding: its round is closed, or the case's feedback is released. */
export async function isReleased(reader: Reader, finding: FindingId): Promise<boolean> {
  const { rows } = await sql<{ released: boolean }>`
    select o.state = 'closed' or (f.sources > 0 and exists (select from feedback as b join review as r on r.id = b.review_id
      where r.round_id = f.round_id and r.case_stage_id = f.case_stage_id and r.anchor_id is null)) as released
    from finding as f join round as o on o.id = f.round_id where f.id = ${finding}`.execute(reader.db)
  return rows[0]?.released ?? false
}
