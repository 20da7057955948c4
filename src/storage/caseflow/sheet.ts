import { sql } from 'kysely'
import type { ReviewId, RoundId, UnitId } from '../ids.ts'
import type { PersonalReader } from '../transaction.ts'

/** Names of caseworkers by the case system's codes. */
export async function listNamesByInitials(
  reader: PersonalReader,
  codes: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ code: string; name: string }>`
    select distinct on (p.initials) p.initials as code, p.name from person p
    where p.initials = any(${codes}::text[]) and p.initials <> '' order by p.initials, p.id`.execute(
    reader.db,
  )
  return new Map(rows.map(({ code, name }) => [code, name]))
}

export interface RegisteredStep {
  readonly stage: string
  readonly unit: string
  readonly caseworker: string
  readonly started: string
  readonly completed: string | null
  /** Codes of others who took part. */
  readonly participants: readonly string[]
}

/** The steps that the register has of a case, the newest first; at most 100. */
export async function listRegisteredSteps(
  reader: PersonalReader,
  caseId: string,
): Promise<readonly RegisteredStep[]> {
  const { rows } = await sql<RegisteredStep>`
    select s.stage, u.name as unit, s.caseworker, s.started, s.completed,
      array(select distinct t.caseworker from case_stage_participant t
        where t.case_stage_id = s.id and t.caseworker <> s.caseworker order by 1) as participants
    from case_stage s join unit u on u.id = s.unit_id
    where s.case_id = ${caseId} order by s.started desc, s.id limit 100`.execute(reader.db)
  return rows
}

export interface DrawnStep {
  readonly round: RoundId
  readonly level: number
  readonly stage: string
  readonly unitId: UnitId
  readonly status: 'drawn' | 'replaced'
  readonly review: ReviewId | null
  /** Null: it was drawn for the record only, without reviews. */
  readonly reviewState: 'assigned' | 'in-progress' | 'submitted' | 'written-off' | null
}

/**
 * Where steps of a case were drawn or replaced, the newest round first, by level. Anchors are not drawn, so none is here.
 * Whoever asks must see to it that each round's draw is open to the person.
 */
export async function listDrawnSteps(reader: PersonalReader, caseId: string): Promise<readonly DrawnStep[]> {
  const { rows } = await sql<DrawnStep>`
    select w.round_id as round, w.level, d.stage, d.unit_id as "unitId", d.status, r.id as review,
      r.state as "reviewState"
    from draw_case d join draw w on w.id = d.draw_id join round o on o.id = w.round_id
    left join review r on r.draw_id = d.draw_id and r.case_stage_id = d.case_stage_id
    where d.case_stage_id in (select s.id from case_stage s where s.case_id = ${caseId}) and d.status in ('drawn', 'replaced') and w.drawn_at is not null
    order by o.period_from desc, o.id, w.level, d.stage limit 200`.execute(reader.db)
  return rows
}
