import { sql, type RawBuilder } from 'kysely'
import type { CriticalCase, CriticalState, OpenCriticalCase } from '../../core/review/critical-case.ts'
import type { CriticalDeadlines } from '../../core/review/critical-deadlines.ts'
import type { CaseStageId, CriticalCaseId, PersonId, ProgrammeVersionId, UnitId } from '../ids.ts'
import type { PersonalReader, Reader, Writer } from '../transaction.ts'
import { isBarred } from './independence.ts'

/** What decides who may do what with a critical case; nothing of what was written in it. */
export interface CriticalHead {
  readonly id: CriticalCaseId
  readonly unitId: UnitId
  readonly caseStageId: CaseStageId
  /** Of the round it was reported in first. */
  readonly programmeVersionId: ProgrammeVersionId
  readonly run: number
  readonly critical: CriticalCase
  readonly startedAt: Date
  readonly deadlines: CriticalDeadlines
  /** How the person who asks stands to it. */
  readonly barred: boolean
  readonly reported: boolean
  readonly reportedByOthers: boolean
  /** They have a review of the case that is not submitted yet. */
  readonly reviewsIt: boolean
}

export interface CriticalFacts extends CriticalHead {
  readonly caseId: string
  /** Differs from `caseId` for an anchor only. */
  readonly ownCaseId: string
  readonly stage: string
  readonly unit: string
  /** Rounds in whose reviews it was reported, the first first. */
  readonly rounds: readonly string[]
}

interface Row {
  readonly id: CriticalCaseId
  readonly unitId: UnitId
  readonly caseStageId: CaseStageId
  readonly programmeVersionId: ProgrammeVersionId
  readonly run: number
  readonly state: CriticalState
  readonly startedAt: Date
  readonly acknowledgeBy: Date
  readonly actBy: Date
  readonly confirmBy: Date
  readonly accountBy: Date
  readonly acknowledgedAt: Date | null
  readonly actedAt: Date | null
  readonly confirmedAt: Date | null
  readonly accountedAt: Date | null
  readonly withdrawnAt: Date | null
  readonly barred: boolean
  readonly reported: boolean
  readonly reportedByOthers: boolean
  readonly reviewsIt: boolean
}

/** `of` is the person who asks; null: the program. */
function headColumns(of: PersonId | null): RawBuilder<unknown> {
  const person = sql`${of}::uuid`
  const reportedBy = (whose: RawBuilder<unknown>) => sql`exists (select from critical_act r
    where r.critical_case_id = k.id and r.kind in ('reported', 'joined') and r.person_id ${whose})`
  return sql`k.id, k.unit_id as "unitId", k.case_stage_id as "caseStageId", k.run, k.state, k.started_at as "startedAt",
    k.acknowledge_by as "acknowledgeBy", k.act_by as "actBy", k.confirm_by as "confirmBy", k.account_by as "accountBy",
    k.acknowledged_at as "acknowledgedAt", k.acted_at as "actedAt", k.confirmed_at as "confirmedAt",
    k.accounted_at as "accountedAt", k.withdrawn_at as "withdrawnAt",
    (select o.programme_version_id from critical_act a join review w on w.id = a.review_id join round o on o.id = w.round_id
      where a.critical_case_id = k.id and a.kind = 'reported' order by a.id limit 1) as "programmeVersionId",
    ${isBarred('c', person)} as barred,
    ${reportedBy(sql`= ${person}`)} as reported,
    ${reportedBy(sql`is distinct from ${person}`)} as "reportedByOthers",
    exists (select from review w join case_stage s on s.id = w.case_stage_id where s.case_id = c.case_id
      and w.state in ('assigned', 'in-progress') and ${person} in (w.assigned_to, w.assigned_with)) as "reviewsIt"`
}

/** `hold`: until the transaction ends nobody else changes it. Undefined: there is none. */
export async function findCritical(
  reader: Reader,
  id: CriticalCaseId,
  of: PersonId | null,
  { hold = false }: { readonly hold?: boolean } = {},
): Promise<CriticalHead | undefined> {
  const { rows } = await sql<Row>`select ${headColumns(of)}
    from critical_case k join case_stage c on c.id = k.case_stage_id where k.id = ${id}
    ${hold ? sql`for no key update of k` : sql``}`.execute(reader.db)
  return rows[0] === undefined ? undefined : toHead(rows[0])
}

export interface CriticalFilter {
  /** Units whose cases are meant; undefined: all of the municipality. */
  readonly units: readonly UnitId[] | undefined
  readonly id?: CriticalCaseId
  readonly round?: string
  readonly open?: boolean
}

/** What the person may see: cases within reach and those they reported; open ones first, the longest running first. */
export async function listCriticals(
  reader: PersonalReader,
  of: PersonId,
  { units, id, round, open }: CriticalFilter,
): Promise<readonly CriticalFacts[]> {
  const { rows } = await sql<Row & Omit<CriticalFacts, keyof CriticalHead>>`
    select * from (
      select ${headColumns(of)}, k.case_id as "caseId", c.case_id as "ownCaseId", c.stage, u.name as unit,
        (select array_agg(x.key order by x.first) from (
          select o.key, min(a.id) as first from critical_act a join review w on w.id = a.review_id
            join round o on o.id = w.round_id where a.critical_case_id = k.id group by o.key) x) as rounds
      from critical_case k join case_stage c on c.id = k.case_stage_id join unit u on u.id = k.unit_id
    ) f
    where (${units === undefined}::boolean or f."unitId" = any(${units ?? []}::uuid[]) or f.reported)
      and (${id ?? null}::uuid is null or f.id = ${id ?? null}::uuid)
      and (${round ?? null}::text is null or ${round ?? null} = any(f.rounds))
      and (not ${open ?? false}::boolean or f.state not in ('accounted', 'withdrawn'))
    order by f.state in ('accounted', 'withdrawn'), f."startedAt", f.id
    limit 500`.execute(reader.db)
  return rows.map(({ caseId, ownCaseId, stage, unit, rounds, ...row }) => ({
    ...toHead(row),
    caseId,
    ownCaseId,
    stage,
    unit,
    rounds,
  }))
}

/** Lets reports on one case come one after the other. */
export async function lockCriticalCase(reader: Reader, caseId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(
    'tilsyn critical ' || sealed.current_municipality() || ' ' || ${caseId}, 0))`.execute(reader.db)
}

export async function findOpenCriticalOf(
  reader: Reader,
  caseId: string,
): Promise<CriticalCaseId | undefined> {
  const row = await reader.db
    .selectFrom('critical_case')
    .select('id')
    .where('case_id', '=', caseId)
    .where('accounted_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst()
  return row?.id
}

/** The newest critical case of a file that the person reported or joined. */
export async function findLatestReported(
  reader: PersonalReader,
  caseId: string,
  person: PersonId,
): Promise<{ readonly id: CriticalCaseId; readonly state: CriticalState } | undefined> {
  return reader.db
    .selectFrom('critical_case as k')
    .innerJoin('critical_act as a', 'a.critical_case_id', 'k.id')
    .select(['k.id', 'k.state'])
    .where('k.case_id', '=', caseId)
    .where('a.kind', 'in', ['reported', 'joined'])
    .where('a.person_id', '=', person)
    .orderBy('k.started_at', 'desc')
    .orderBy('k.id')
    .limit(1)
    .executeTakeFirst()
}

/** The case number that its reporters find the file by. */
export async function getCriticalCaseId(reader: PersonalReader, id: CriticalCaseId): Promise<string> {
  const { caseId } = await reader.db
    .selectFrom('critical_case')
    .select('case_id as caseId')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return caseId
}

export async function listOpenCriticals(reader: Reader): Promise<readonly CriticalCaseId[]> {
  const rows = await reader.db
    .selectFrom('critical_case')
    .select('id')
    .where('accounted_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .orderBy('started_at')
    .orderBy('id')
    .limit(500)
    .execute()
  return rows.map(({ id }) => id)
}

export async function insertCritical(
  writer: Writer,
  of: {
    readonly id: CriticalCaseId
    readonly caseId: string
    readonly caseStageId: CaseStageId
    readonly unitId: UnitId
    readonly startedAt: Date
    readonly deadlines: CriticalDeadlines
  },
): Promise<void> {
  await writer.db
    .insertInto('critical_case')
    .values({
      id: of.id,
      case_id: of.caseId,
      case_stage_id: of.caseStageId,
      unit_id: of.unitId,
      started_at: of.startedAt,
      ...dueColumns(of.deadlines),
      acknowledged_at: null,
      acted_at: null,
      confirmed_at: null,
      accounted_at: null,
      withdrawn_at: null,
    })
    .execute()
}

/** Keeps how far a case is now; `head` must be held. */
export async function saveCritical(
  writer: Writer,
  id: CriticalCaseId,
  { run, critical, deadlines }: Pick<CriticalHead, 'run' | 'critical' | 'deadlines'>,
): Promise<void> {
  const open = critical.state === 'withdrawn' ? critical.before : critical
  await writer.db
    .updateTable('critical_case')
    .set({
      run,
      started_at: open.startedAt,
      ...dueColumns(deadlines),
      acknowledged_at: 'acknowledgedAt' in open ? open.acknowledgedAt : null,
      acted_at: 'actedAt' in open ? open.actedAt : null,
      confirmed_at: 'confirmedAt' in open ? open.confirmedAt : null,
      accounted_at: 'accountedAt' in open ? open.accountedAt : null,
      withdrawn_at: critical.state === 'withdrawn' ? critical.withdrawnAt : null,
    })
    .where('id', '=', id)
    .execute()
}

function dueColumns({ acknowledged, acted, confirmed, accounted }: CriticalDeadlines) {
  return { acknowledge_by: acknowledged, act_by: acted, confirm_by: confirmed, account_by: accounted }
}

function toHead(row: Row): CriticalHead {
  const { id, unitId, caseStageId, programmeVersionId, run, startedAt } = row
  const { barred, reported, reportedByOthers, reviewsIt } = row
  return {
    id,
    unitId,
    caseStageId,
    programmeVersionId,
    run,
    startedAt,
    barred,
    reported,
    reportedByOthers,
    reviewsIt,
    critical: toCritical(row),
    deadlines: {
      acknowledged: row.acknowledgeBy,
      acted: row.actBy,
      confirmed: row.confirmBy,
      accounted: row.accountBy,
    },
  }
}

function toCritical(row: Row): CriticalCase {
  const { withdrawnAt } = row
  const reached = toReached(row)
  if (withdrawnAt === null) return reached
  // The table's checks do not let an accounted case be withdrawn.
  if (reached.state === 'accounted') throw new Error('a critical case is both accounted for and withdrawn')
  return { state: 'withdrawn', withdrawnAt, before: reached }
}

function toReached({ startedAt, acknowledgedAt, actedAt, confirmedAt, accountedAt }: Row) {
  type Reached = OpenCriticalCase | Extract<CriticalCase, { state: 'accounted' }>
  const reached = (): Reached => {
    if (acknowledgedAt === null) return { state: 'reported', startedAt }
    if (actedAt === null) return { state: 'acknowledged', startedAt, acknowledgedAt }
    if (confirmedAt === null) return { state: 'acted', startedAt, acknowledgedAt, actedAt }
    const confirmed = { startedAt, acknowledgedAt, actedAt, confirmedAt }
    if (accountedAt === null) return { state: 'confirmed', ...confirmed }
    return { state: 'accounted', ...confirmed, accountedAt }
  }
  return reached()
}
