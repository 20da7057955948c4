import { sql } from 'kysely'
import type { Finding, Severity } from '../../core/finding/finding.ts'
import type { CaseStageId, FindingId, PersonId, RoundId, UnitId } from '../ids.ts'
import { isBarred } from '../review/independence.ts'
import type { Reader, Writer } from '../transaction.ts'
import { courseColumns, toCourse, type CourseRow } from './finding-course.ts'
import { hasPlanned, hasProposed, hasWorked } from './own-work.ts'
import { isVisible, type FindingViewer } from './visible-finding.ts'

/** What decides who may do what with a finding; nothing of what is written in it. */
export interface FindingHead {
  readonly id: FindingId
  readonly roundId: RoundId
  readonly caseStageId: CaseStageId
  readonly unitId: UnitId
  readonly run: number
  readonly version: number
  readonly severity: Severity
  readonly course: Finding<PersonId>
  /** Whether the person who asks may not judge the case: `isBarred`. */
  readonly barred: boolean
  /** Whether that person has had a hand in the restoration, in whatever run. */
  readonly worked: boolean
  /** Whether that person has planned it, and has proposed to leave it, in this run. */
  readonly planned: boolean
  readonly proposed: boolean
  /** Whether the citizen was asked in this run, whatever the plan is now. */
  readonly asked: boolean
  /** ISO day, in Denmark, of the first submission that found it. */
  readonly foundOn: string
}

type Row = Omit<FindingHead, 'course'> & CourseRow

export const courseOfRow = sql`f.state, f.measures, f.responsible_id as responsible, f.due_on as due,
  f.contacted_on as "contactedOn", f.response, f.carried_out_on as "carriedOutOn",
  f.journalised_on as "journalisedOn", f.carried_out_by as "carriedOutBy", f.verified_by as "verifiedBy", f.ground,
  f.proposed_by as "proposedBy", f.approved_by as "approvedBy", f.fallen`

/** Undefined: there is none, or the viewer may not see it. `hold`: until the transaction ends nobody else changes it. */
export async function findFinding(
  reader: Reader,
  id: FindingId,
  viewer: FindingViewer,
  { hold = false }: { readonly hold?: boolean } = {},
): Promise<FindingHead | undefined> {
  const me = sql`${viewer.person}::uuid`
  const { rows } = await sql<Row>`
    select f.id, f.round_id as "roundId", f.case_stage_id as "caseStageId", f.unit_id as "unitId", f.run, f.version,
      f.severity, ${courseOfRow}, ${isBarred('c', me)} as barred,
      ${hasWorked(me)} as worked, ${hasPlanned(me)} as planned, ${hasProposed(me)} as proposed,
      exists (select from finding_act as w where w.finding_id = f.id and w.run = f.run and w.kind = 'contact') as asked,
      (f.found_at at time zone 'Europe/Copenhagen')::date as "foundOn"
    from finding as f join case_stage as c on c.id = f.case_stage_id
    where f.id = ${id} and ${isVisible(viewer)}
    ${hold ? sql`for no key update of f` : sql``}`.execute(reader.db)
  const [row] = rows
  if (row === undefined) return undefined
  const { roundId, caseStageId, unitId, run, version, severity, foundOn } = row
  const { barred, worked, planned, proposed, asked } = row
  const head = { id, roundId, caseStageId, unitId, run, version, severity }
  return { ...head, barred, worked, planned, proposed, asked, foundOn, course: toCourse(row) }
}

/** Keeps how far a finding is now; it must be held, and what was done be on record already. */
export async function saveFinding(
  writer: Writer,
  id: FindingId,
  to: {
    readonly run: number
    readonly course: Finding<PersonId>
    readonly severity?: { readonly to: Severity; readonly by: PersonId }
  },
): Promise<void> {
  const { severity } = to
  await writer.db
    .updateTable('finding')
    .set({
      ...courseColumns(to.course),
      run: to.run,
      ...(to.course.state === 'open' ? { told_waiting: false } : {}),
      version: sql<number>`version + 1`,
      ...(severity === undefined ? {} : { severity: severity.to, severity_by: severity.by }),
    })
    .where('id', '=', id)
    .execute()
}
