import { sql } from 'kysely'
import type { AbsenceId, PersonId } from '../ids.ts'
import type { Reader, Writer } from '../transaction.ts'

export interface Absence {
  readonly id: AbsenceId
  readonly person: PersonId
  /** ISO days, both inclusive. */
  readonly from: string
  readonly until: string
}

function selectAbsences(reader: Reader) {
  return reader.db
    .selectFrom('absence as a')
    .select(['a.id', 'a.person_id as person', 'a.valid_from as from', 'a.valid_to as until'])
    .where('a.taken_back_at', 'is', null)
}

/** Absences that have not ended before a day, the first first. */
export async function listAbsences(reader: Reader, since: string): Promise<readonly Absence[]> {
  return selectAbsences(reader)
    .where('a.valid_to', '>=', since)
    .orderBy('a.valid_from')
    .orderBy('a.id')
    .limit(5000)
    .execute()
}

/** Holds it until the transaction ends; undefined: never entered, or taken back. */
export async function findAbsence(reader: Reader, id: AbsenceId): Promise<Absence | undefined> {
  return selectAbsences(reader).where('a.id', '=', id).forUpdate().executeTakeFirst()
}

export async function saveAbsence(
  writer: Writer,
  { person, from, until, by }: Omit<Absence, 'id'> & { readonly by: PersonId },
): Promise<AbsenceId> {
  const { id } = await writer.db
    .insertInto('absence')
    .values({ person_id: person, valid_from: from, valid_to: until, entered_by: by })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export async function takeBackAbsence(writer: Writer, id: AbsenceId): Promise<void> {
  await writer.db
    .updateTable('absence')
    .set({ taken_back_at: sql<Date>`now()` })
    .where('id', '=', id)
    .execute()
}

/** Who is away on a day, of a list that reaches so far. */
export function awayOn(absences: readonly Absence[], day: string): ReadonlySet<PersonId> {
  return new Set(
    absences.filter(({ from, until }) => from <= day && day <= until).map(({ person }) => person),
  )
}
