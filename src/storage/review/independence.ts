import { sql, type RawBuilder } from 'kysely'
import type { ConflictGround } from '../../core/review/independence.ts'
import type { CaseStageId, PersonId, ReviewId } from '../ids.ts'
import type { PersonalReader, Reader, Writer } from '../transaction.ts'

/**
 * Whether `person` took part in a case stage, led somebody who did while it ran, or has declared that they cannot judge
 * the case. `caseStage` names the alias of a `case_stage` in the query.
 */
export function isBarred(caseStage: string, person: RawBuilder<unknown>): RawBuilder<boolean> {
  const c = sql.ref(caseStage)
  return sql<boolean>`(
    exists (select from case_stage_participant as p where p.case_stage_id = ${c}.id and p.person_id = ${person})
    or exists (select from review_exclusion as x where x.person_id = ${person} and x.case_id = ${c}.case_id)
    or exists (
      select from supervision as s join case_stage_participant as p on p.caseworker = s.caseworker
      where s.leader_id = ${person} and p.case_stage_id = ${c}.id and s.valid_from <= coalesce(${c}.completed, 'infinity')
        and coalesce(s.valid_to, 'infinity') >= ${c}.started))`
}

/**
 * Persons who may not review these case stages: those barred (`isBarred`), and those who have reviewed the same case
 * stage, at whatever level and in whatever round: a second look is another person's.
 */
export async function listBarred(
  reader: PersonalReader,
  caseStages: readonly CaseStageId[],
): Promise<ReadonlyMap<CaseStageId, ReadonlySet<PersonId>>> {
  const { rows } = await sql<{ caseStage: CaseStageId; person: PersonId }>`
    with chosen as (
      select id, case_id, started, coalesce(completed, 'infinity') as completed
      from case_stage where id = any(${caseStages}::uuid[]))
    select p.case_stage_id as "caseStage", p.person_id as person
      from case_stage_participant as p join chosen as c on c.id = p.case_stage_id where p.person_id is not null
    union
    select c.id, x.person_id from review_exclusion as x join chosen as c on c.case_id = x.case_id
    union
    select c.id, s.leader_id from chosen as c
      join case_stage_participant as p on p.case_stage_id = c.id
      join supervision as s on s.caseworker = p.caseworker
      where s.valid_from <= c.completed and coalesce(s.valid_to, 'infinity') >= c.started
    union
    select c.id, who.person from review as r
      join chosen as c on c.id = r.case_stage_id
      cross join lateral (values (r.assigned_to), (r.assigned_with)) as who (person)
      where who.person is not null and r.state <> 'written-off'`.execute(reader.db)
  const barred = new Map<CaseStageId, Set<PersonId>>()
  for (const { caseStage, person } of rows) {
    const known = barred.get(caseStage)
    if (known === undefined) barred.set(caseStage, new Set([person]))
    else known.add(person)
  }
  return barred
}

/** Those who review it, by name, and whether each has said that they can judge the case independently. */
export async function listDeclarations(
  reader: PersonalReader,
  review: ReviewId,
): Promise<readonly { readonly person: PersonId; readonly name: string; readonly declared: boolean }[]> {
  const { rows } = await sql<{ person: PersonId; name: string; declared: boolean }>`
    select p.id as person, p.name, exists (select from review_event as e
      where e.review_id = r.id and e.person_id = p.id and e.kind = 'declared') as declared
    from review as r join person as p on p.id in (r.assigned_to, r.assigned_with)
    where r.id = ${review} order by p.id <> r.assigned_to, p.id`.execute(reader.db)
  return rows
}

/** Declares a person unfit for a case, for good. Declaring it again changes nothing. */
export async function saveExclusion(
  writer: Writer,
  of: {
    readonly person: PersonId
    readonly caseStage: CaseStageId
    readonly review: ReviewId
    readonly ground: ConflictGround
  },
): Promise<void> {
  await sql`insert into review_exclusion (person_id, case_id, ground, review_id)
    select ${of.person}, case_id, ${of.ground}, ${of.review} from case_stage where id = ${of.caseStage}
    on conflict do nothing`.execute(writer.db)
}

/** Open reviews whose reviewer is barred by now, with that reviewer: at most 100 at a time. */
export async function listBarredReviews(
  reader: Reader,
): Promise<readonly { readonly review: ReviewId; readonly person: PersonId }[]> {
  const { rows } = await sql<{ review: ReviewId; person: PersonId }>`
    select r.id as review, who.person
    from review as r
      join round on round.id = r.round_id and round.state <> 'closed'
      join case_stage as c on c.id = r.case_stage_id
      cross join lateral (values (r.assigned_to), (r.assigned_with)) as who (person)
    where r.state in ('assigned', 'in-progress') and who.person is not null
      and ${isBarred('c', sql`who.person`)}
    order by r.id, who.person
    limit 100`.execute(reader.db)
  return rows
}
