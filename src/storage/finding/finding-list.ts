import { sql, type RawBuilder } from 'kysely'
import type { Finding, FindingState, Severity } from '../../core/finding/finding.ts'
import type {
  CaseStageId,
  CriticalCaseId,
  FindingId,
  PersonId,
  ProgrammeVersionId,
  RoundId,
  UnitId,
} from '../ids.ts'
import type { PersonalReader } from '../transaction.ts'
import { courseOfRow } from './finding.ts'
import { toCourse, type CourseRow } from './finding-course.ts'
import { isUnplannedSince, unplannedSince } from './unplanned-since.ts'
import { isVisible, type FindingViewer } from './visible-finding.ts'

export interface FindingFilter {
  readonly id?: FindingId | undefined
  readonly unit?: UnitId | undefined
  readonly round?: RoundId | undefined
  readonly stage?: string | undefined
  readonly question?: string | undefined
  /** The case system's number of the case. */
  readonly caseId?: string | undefined
  /** `active`: all that are not closed. */
  readonly state?: FindingState | 'active' | undefined
  readonly severity?: Severity | undefined
  /** Due before `day` and not carried out, or without a plan since `unplannedSince` or longer. */
  readonly overdue?: { readonly day: string; readonly unplannedSince: string } | undefined
  /** Put off when it was overdue already, or opened again after it was. */
  readonly putOffLate?: boolean | undefined
  /** Null: nobody is. */
  readonly responsible?: PersonId | null | undefined
}

export interface ListedFinding {
  readonly id: FindingId
  readonly roundKey: string
  readonly roundTitle: { readonly da: string; readonly en: string }
  readonly roundClosed: boolean
  readonly programmeVersionId: ProgrammeVersionId
  readonly caseStageId: CaseStageId
  readonly caseId: string
  readonly completed: string
  readonly unitId: UnitId
  readonly unit: string
  readonly stage: string
  readonly question: string | null
  readonly words: string | null
  readonly foundAt: Date
  readonly levels: readonly number[]
  readonly severity: Severity
  readonly severityBy: string | null
  readonly responsibleName: string | null
  readonly carriedOutByName: string | null
  readonly proposedByName: string | null
  readonly approvedByName: string | null
  readonly verifiedByName: string | null
  /** Null: it is not verified. */
  readonly verifiedAt: Date | null
  /** The day since which it waits for a plan; null: it is planned, or nothing is to be done. */
  readonly unplannedSince: string | null
  /** The due day of the first plan of all. */
  readonly firstDue: string | null
  /** How often the day was moved to a later one, and whether it had passed by then. */
  readonly putOff: number
  readonly putOffLate: boolean
  /** The day had passed when an earlier run ended. */
  readonly lateBefore: boolean
  readonly critical: { readonly id: CriticalCaseId; readonly open: boolean } | null
  readonly version: number
  readonly course: Finding<PersonId>
}

function fits(viewer: FindingViewer, filter: FindingFilter): RawBuilder<boolean> {
  const { id, unit, round, stage, question, caseId, state, severity, overdue, putOffLate, responsible } =
    filter
  const parts = [
    ...(id === undefined ? [] : [sql`f.id = ${id}`]),
    ...(unit === undefined ? [] : [sql`f.unit_id = ${unit}`]),
    ...(round === undefined ? [] : [sql`f.round_id = ${round}`]),
    ...(stage === undefined ? [] : [sql`f.stage = ${stage}`]),
    ...(question === undefined ? [] : [sql`f.question_key = ${question}`]),
    ...(caseId === undefined
      ? []
      : [sql`f.case_stage_id in (select s.id from case_stage as s where s.case_id = ${caseId})`]),
    ...(state === undefined ? [] : state === 'active' ? [sql`not f.closed`] : [sql`f.state = ${state}`]),
    ...(severity === undefined ? [] : [sql`f.severity = ${severity}`]),
    ...(overdue === undefined
      ? []
      : [
          sql`((f.state in ('planned', 'contacted', 'proposed') and f.due_on < ${overdue.day}::date)
            or ${isUnplannedSince(viewer, overdue.unplannedSince)})`,
        ]),
    ...(putOffLate === true ? [sql`(f.put_off_late or f.late_before)`] : []),
    ...(responsible === undefined
      ? []
      : responsible === null
        ? [sql`(f.responsible_id is null and not f.closed)`]
        : [sql`f.responsible_id = ${responsible}`]),
  ]
  return parts.length === 0 ? sql`true` : sql`${sql.join(parts, sql` and `)}`
}

/**
 * Those to be acted on first, by due day, the oldest first; then the closed ones. What waits for a plan stands by the day it
 * was to be planned: ten working days are two weeks, and a holiday moves it among its neighbours only.
 */
function inOrder(viewer: FindingViewer) {
  return sql`order by f.closed, coalesce(f.due_on, ${unplannedSince(viewer)} + 14), f.found_at, f.id`
}

export async function listFindings(
  reader: PersonalReader,
  viewer: FindingViewer,
  filter: FindingFilter,
  { offset, limit }: { readonly offset: number; readonly limit: number },
): Promise<readonly ListedFinding[]> {
  const { rows } = await sql<Omit<ListedFinding, 'course'> & CourseRow>`
    with page as (
      select f.id from finding as f where ${isVisible(viewer)} and ${fits(viewer, filter)} ${inOrder(viewer)}
      limit ${limit} offset ${offset})
    select f.id, o.key as "roundKey", jsonb_build_object('da', o.title_da, 'en', o.title_en) as "roundTitle",
      o.state = 'closed' as "roundClosed", o.programme_version_id as "programmeVersionId",
      f.case_stage_id as "caseStageId", c.case_id as "caseId", c.completed, f.unit_id as "unitId", u.name as unit,
      f.stage, f.question_key as question, f.words, f.found_at as "foundAt",
      array(select s.level from finding_source as s where s.finding_id = f.id and s.withdrawn_at is null order by 1) as levels,
      f.severity, (select name from person where id = f.severity_by) as "severityBy",
      (select name from person where id = f.responsible_id) as "responsibleName",
      (select name from person where id = f.carried_out_by) as "carriedOutByName",
      (select name from person where id = f.proposed_by) as "proposedByName",
      (select name from person where id = f.approved_by) as "approvedByName",
      (select name from person where id = f.verified_by) as "verifiedByName",
      case when f.state = 'verified' then (select max(w.at) from finding_act as w
        where w.finding_id = f.id and w.run = f.run and w.kind = 'verify') end as "verifiedAt",
      (select jsonb_build_object('id', k.id, 'open', k.accounted_at is null and k.withdrawn_at is null)
        from critical_case as k where k.case_id = c.case_id order by k.started_at desc limit 1) as critical,
      f.version, f.first_due_on as "firstDue", f.put_off as "putOff", f.put_off_late as "putOffLate",
      f.late_before as "lateBefore", ${unplannedSince(viewer)} as "unplannedSince", ${courseOfRow}
    from page join finding as f on f.id = page.id
      join round as o on o.id = f.round_id
      join case_stage as c on c.id = f.case_stage_id
      join unit as u on u.id = f.unit_id
    ${inOrder(viewer)}`.execute(reader.db)
  return rows.map((row) => ({ ...row, course: toCourse(row) }))
}

/** How many there are by state; what the filter says of the state is left out. */
export async function countFindings(
  reader: PersonalReader,
  viewer: FindingViewer,
  filter: FindingFilter,
): Promise<readonly { readonly state: FindingState; readonly count: number }[]> {
  const { rows } = await sql<{ state: FindingState; count: number }>`
    select f.state, count(*)::int as count from finding as f where ${isVisible(viewer)}
      and ${fits(viewer, { ...filter, state: undefined })}
    group by f.state order by f.state`.execute(reader.db)
  return rows
}

export interface FindingChoices {
  readonly units: readonly { readonly id: UnitId; readonly name: string }[]
  readonly rounds: readonly RoundId[]
  readonly stages: readonly string[]
  readonly questions: readonly string[]
  readonly responsible: readonly { readonly id: PersonId; readonly name: string }[]
}

/** What a list can be filtered by: what the findings have that the viewer sees; questions of one stage. */
export async function listFindingChoices(
  reader: PersonalReader,
  viewer: FindingViewer,
  stage: string | undefined,
): Promise<FindingChoices> {
  const { rows } = await sql<FindingChoices>`
    with seen as materialized (
      select distinct f.unit_id, f.round_id, f.stage, f.responsible_id,
        case when f.stage = ${stage ?? null}::text then f.question_key end as question
      from finding as f where ${isVisible(viewer)})
    select
      coalesce((select jsonb_agg(jsonb_build_object('id', u.id, 'name', u.name) order by u.name) from unit as u
        where u.id in (select unit_id from seen)), '[]') as units,
      array(select distinct round_id from seen) as rounds,
      array(select distinct stage from seen) as stages,
      array(select distinct question from seen where question is not null order by 1) as questions,
      coalesce((select jsonb_agg(jsonb_build_object('id', p.id, 'name', p.name) order by p.name, p.id) from person as p
        where p.id in (select responsible_id from seen)), '[]') as responsible`.execute(reader.db)
  return rows[0] ?? { units: [], rounds: [], stages: [], questions: [], responsible: [] }
}
