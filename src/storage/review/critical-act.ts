import { sql } from 'kysely'
import type { CriticalActKind, CriticalStep } from '../../core/review/critical-case.ts'
import type { CriticalCaseId, PersonId, ReviewId } from '../ids.ts'
import type { PersonalReader, Reader, Writer } from '../transaction.ts'

export interface NewCriticalAct {
  readonly critical: CriticalCaseId
  readonly run: number
  readonly at: Date
  readonly kind: CriticalActKind
  /** Who did it, or who was told; null: the program. */
  readonly person: PersonId | null
  readonly review?: ReviewId
  /** The step that was overdue. */
  readonly step?: CriticalStep
  readonly due?: Date
  readonly text?: string | null
}

/** Adds to a critical case's record, which nobody can change. */
export async function saveCriticalActs(writer: Writer, acts: readonly NewCriticalAct[]): Promise<void> {
  if (acts.length === 0) return
  await writer.db
    .insertInto('critical_act')
    .values(
      acts.map(({ critical, run, at, kind, person, review, step, due, text }) => ({
        critical_case_id: critical,
        run,
        at,
        kind,
        person_id: person,
        review_id: review ?? null,
        step: step ?? null,
        due_at: due ?? null,
        text: text ?? null,
      })),
    )
    .execute()
}

export interface CriticalActRow {
  readonly at: Date
  readonly run: number
  readonly kind: CriticalActKind
  readonly personId: PersonId | null
  readonly by: string | null
  readonly step: CriticalStep | null
  readonly due: Date | null
  readonly text: string | null
}

/** Everything that was done in a case, the oldest first. */
export async function listCriticalActs(
  reader: PersonalReader,
  critical: CriticalCaseId,
): Promise<readonly CriticalActRow[]> {
  return reader.db
    .selectFrom('critical_act as a')
    .leftJoin('person as p', 'p.id', 'a.person_id')
    .select([
      'a.at',
      'a.run',
      'a.kind',
      'a.person_id as personId',
      'p.name as by',
      'a.step',
      'a.due_at as due',
      'a.text',
    ])
    .where('a.critical_case_id', '=', critical)
    .orderBy('a.id')
    .limit(1000)
    .execute()
}

/** The reviews that a case was reported from. */
export async function listReportedIn(reader: Reader, critical: CriticalCaseId): Promise<readonly ReviewId[]> {
  const { rows } = await sql<{ review: ReviewId }>`select distinct review_id as review from critical_act
    where critical_case_id = ${critical} and kind in ('reported', 'joined') and review_id is not null
    order by review_id limit 100`.execute(reader.db)
  return rows.map(({ review }) => review)
}

export interface ToldSoFar {
  readonly told: readonly PersonId[]
  readonly escalated: readonly CriticalStep[]
  /** How often it was reported, in all runs. */
  readonly reports: number
  readonly reporters: readonly PersonId[]
}

/** Who was told in a run and which steps were escalated; ids only. */
export async function getToldSoFar(
  reader: Reader,
  critical: CriticalCaseId,
  run: number,
): Promise<ToldSoFar> {
  const { rows } = await sql<ToldSoFar>`
    select coalesce(array_agg(person_id) filter (where kind = 'told' and run = ${run}), '{}') as told,
      coalesce(array_agg(step) filter (where kind = 'escalated' and run = ${run}), '{}') as escalated,
      count(*) filter (where kind in ('reported', 'joined'))::int as reports,
      coalesce(array_agg(distinct person_id) filter (where kind in ('reported', 'joined')), '{}') as reporters
    from critical_act where critical_case_id = ${critical}`.execute(reader.db)
  return rows[0] ?? { told: [], escalated: [], reports: 0, reporters: [] }
}

/** Whether somebody has said the very same in this run already: a button pressed twice, a request sent again. */
export async function isReportedAlready(
  reader: PersonalReader,
  of: {
    readonly critical: CriticalCaseId
    readonly run: number
    readonly person: PersonId
    readonly text: string
  },
): Promise<boolean> {
  const found = await reader.db
    .selectFrom('critical_act')
    .select('id')
    .where('critical_case_id', '=', of.critical)
    .where('run', '=', of.run)
    .where('kind', 'in', ['reported', 'joined'])
    .where('person_id', '=', of.person)
    .where('text', '=', of.text)
    .limit(1)
    .executeTakeFirst()
  return found !== undefined
}
