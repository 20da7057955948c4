import { sql } from 'kysely'
import type { Pairs } from '../../core/calibration/agreement.ts'
import type { CalibrationId, PersonId, ProgrammeVersionId, TrainingCaseId } from '../ids.ts'
import type { Reader, Writer } from '../transaction.ts'

/** A calibration as everybody may know of it: nothing of what was answered. */
export interface CalibrationHead {
  readonly id: CalibrationId
  readonly name: string
  readonly programmeVersionId: ProgrammeVersionId
  readonly dueOn: string
  readonly createdAt: Date
  readonly openedAt: Date | null
  /** Null with `openedAt` set: all had handed in. */
  readonly openedBy: PersonId | null
  readonly withdrawnAt: Date | null
  readonly withdrawnReason: string | null
  /** Null until it is opened. */
  readonly pairs: number | null
  readonly agreeing: number | null
  /** The caller is among the invited. */
  readonly invited: boolean
  /** The caller has handed in everything. */
  readonly handedIn: boolean
  readonly people: number
  /** How many of them have handed in everything. */
  readonly done: number
}

const mostListed = 100

function selectHeads(person: PersonId) {
  return sql`select c.id, c.name, c.programme_version_id as "programmeVersionId", c.due_on as "dueOn",
      c.created_at as "createdAt", c.opened_at as "openedAt", c.opened_by as "openedBy",
      c.withdrawn_at as "withdrawnAt", c.withdrawn_reason as "withdrawnReason", c.pairs, c.agreeing,
      coalesce(f.invited, false) as invited, coalesce(f."handedIn", false) as "handedIn",
      coalesce(f.people, 0) as people, coalesce(f.done, 0) as done
    from calibration as c
      left join lateral (
        select bool_or(each.person_id = ${person}) as invited,
          bool_or(each.person_id = ${person} and each.done) as "handedIn",
          count(*)::int as people, (count(*) filter (where each.done))::int as done
        from (
          select form.person_id, bool_and(form.submitted_at is not null) as done
          from calibration_form as form where form.calibration_id = c.id group by form.person_id
        ) as each
      ) as f on true`
}

/** All calibrations, or those the person is invited to; the newest first. */
export async function listCalibrations(
  reader: Reader,
  person: PersonId,
  all: boolean,
): Promise<readonly CalibrationHead[]> {
  const { rows } = await sql<CalibrationHead>`${selectHeads(person)}
    where ${all} or f.invited
    order by c.created_at desc, c.id limit ${mostListed}`.execute(reader.db)
  return rows
}

export async function findCalibration(
  reader: Reader,
  id: CalibrationId,
  person: PersonId,
): Promise<CalibrationHead | undefined> {
  const { rows } = await sql<CalibrationHead>`${selectHeads(person)} where c.id = ${id}`.execute(reader.db)
  return rows[0]
}

/** Holds the calibration until the transaction ends, so that handing in and opening come one after the other. */
export async function holdCalibration(writer: Writer, id: CalibrationId): Promise<void> {
  await sql`select from calibration where id = ${id} for update`.execute(writer.db)
}

export interface NewCalibration {
  readonly id: CalibrationId
  readonly name: string
  readonly programmeVersionId: ProgrammeVersionId
  readonly dueOn: string
  readonly by: PersonId | null
  readonly at: Date
  /** In the order they are to be answered. */
  readonly cases: readonly { readonly trainingCase: TrainingCaseId; readonly version: number }[]
  readonly invited: readonly { readonly person: PersonId; readonly level: number }[]
}

/** A new calibration with an empty form for each of the invited and each case. */
export async function insertCalibration(writer: Writer, calibration: NewCalibration): Promise<void> {
  const { id, name, programmeVersionId, dueOn, by, at, cases, invited } = calibration
  await writer.db
    .insertInto('calibration')
    .values({
      id,
      name,
      programme_version_id: programmeVersionId,
      due_on: dueOn,
      created_by: by,
      created_at: at,
      opened_at: null,
      opened_by: null,
      withdrawn_at: null,
      withdrawn_by: null,
      withdrawn_reason: null,
      pairs: null,
      agreeing: null,
    })
    .execute()
  await writer.db
    .insertInto('calibration_case')
    .values(
      cases.map(({ trainingCase, version }, index) => ({
        calibration_id: id,
        training_case_id: trainingCase,
        version,
        ord: index + 1,
      })),
    )
    .execute()
  await writer.db
    .insertInto('calibration_form')
    .values(
      cases.flatMap(({ trainingCase }) =>
        invited.map(({ person, level }) => ({
          calibration_id: id,
          training_case_id: trainingCase,
          person_id: person,
          level,
          started_at: null,
          submitted_at: null,
        })),
      ),
    )
    .execute()
}

/** Opens the answers for good. `by` null: the last answer was handed in. */
export async function saveOpening(
  writer: Writer,
  id: CalibrationId,
  { by, at, pairs, agreeing }: Pairs & { readonly by: PersonId | null; readonly at: Date },
): Promise<void> {
  await writer.db
    .updateTable('calibration')
    .set({ opened_at: at, opened_by: by, pairs, agreeing })
    .where('id', '=', id)
    .where('opened_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .execute()
}

export async function saveWithdrawal(
  writer: Writer,
  id: CalibrationId,
  { by, at, reason }: { readonly by: PersonId; readonly at: Date; readonly reason: string },
): Promise<void> {
  await writer.db
    .updateTable('calibration')
    .set({ withdrawn_at: at, withdrawn_by: by, withdrawn_reason: reason })
    .where('id', '=', id)
    .where('opened_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .execute()
}
