import type { CitizenResponse, Ground, Measure, Severity } from '../../core/finding/finding.ts'
import type { FindingEntryKind } from '../../core/finding/finding-act.ts'
import type { FindingId, PersonId } from '../ids.ts'
import type { PersonalReader, Writer } from '../transaction.ts'

export interface NewFindingAct {
  readonly finding: FindingId
  readonly run: number
  readonly at: Date
  readonly kind: FindingEntryKind
  /** Null: the program. */
  readonly person: PersonId | null
  readonly text?: string | null
  readonly measures?: readonly Measure[]
  readonly responsible?: PersonId
  readonly due?: string
  readonly on?: string
  readonly journalisedOn?: string | null
  readonly response?: CitizenResponse
  readonly ground?: Ground
  readonly severity?: Severity
}

/** Adds to findings' records, which nobody can change. */
export async function saveFindingActs(writer: Writer, acts: readonly NewFindingAct[]): Promise<void> {
  if (acts.length === 0) return
  await writer.db
    .insertInto('finding_act')
    .values(
      acts.map((act) => ({
        finding_id: act.finding,
        run: act.run,
        at: act.at,
        kind: act.kind,
        person_id: act.person,
        text: act.text ?? null,
        review_id: null,
        measures: act.measures === undefined ? null : [...act.measures],
        responsible_id: act.responsible ?? null,
        due_on: act.due ?? null,
        done_on: act.on ?? null,
        journalised_on: act.journalisedOn ?? null,
        response: act.response ?? null,
        ground: act.ground ?? null,
        severity: act.severity ?? null,
      })),
    )
    .execute()
}

export interface FindingActRow {
  readonly at: Date
  readonly run: number
  readonly kind: FindingEntryKind
  readonly personId: PersonId | null
  readonly by: string | null
  readonly text: string | null
  readonly level: number | null
  readonly measures: readonly Measure[] | null
  readonly responsible: string | null
  readonly due: string | null
  readonly on: string | null
  readonly journalisedOn: string | null
  readonly response: CitizenResponse | null
  readonly ground: Ground | null
  readonly severity: Severity | null
}

/** Everything that was done about a finding, the oldest first. */
export async function listFindingActs(
  reader: PersonalReader,
  finding: FindingId,
): Promise<readonly FindingActRow[]> {
  return reader.db
    .selectFrom('finding_act as a')
    .leftJoin('person as p', 'p.id', 'a.person_id')
    .leftJoin('person as q', 'q.id', 'a.responsible_id')
    .leftJoin('review as r', 'r.id', 'a.review_id')
    .select([
      'a.at',
      'a.run',
      'a.kind',
      'a.person_id as personId',
      'p.name as by',
      'a.text',
      'r.level',
      'a.measures',
      'q.name as responsible',
      'a.due_on as due',
      'a.done_on as on',
      'a.journalised_on as journalisedOn',
      'a.response',
      'a.ground',
      'a.severity',
    ])
    .where('a.finding_id', '=', finding)
    .orderBy('a.id')
    .limit(1000)
    .execute()
}
