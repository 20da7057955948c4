import { sql } from 'kysely'
import type { Role } from '../../core/access/role.ts'
import type { CalibrationId, PersonId, TrainingCaseId } from '../ids.ts'
import type { PersonalReader, Reader } from '../transaction.ts'

/** One of the invited, and how far they are; never what they answered. */
export interface Invited {
  readonly person: PersonId
  readonly name: string
  readonly level: number
  readonly forms: number
  readonly handedIn: number
}

export async function listInvited(reader: PersonalReader, id: CalibrationId): Promise<readonly Invited[]> {
  const { rows } = await sql<Invited>`
    select f.person_id as person, p.name, max(f.level) as level, count(*)::int as forms,
      (count(*) filter (where f.submitted_at is not null))::int as "handedIn"
    from calibration_form as f join person as p on p.id = f.person_id
    where f.calibration_id = ${id}
    group by f.person_id, p.name
    order by level, p.name, f.person_id limit 500`.execute(reader.db)
  return rows
}

/** The training cases of a calibration in their order, each in its version. */
export async function listCasesOf(
  reader: Reader,
  id: CalibrationId,
): Promise<readonly { readonly trainingCase: TrainingCaseId; readonly version: number }[]> {
  return reader.db
    .selectFrom('calibration_case')
    .select(['training_case_id as trainingCase', 'version'])
    .where('calibration_id', '=', id)
    .orderBy('ord')
    .limit(100)
    .execute()
}

/** Somebody's role in force on a day. */
export interface Candidate {
  readonly person: PersonId
  readonly name: string
  readonly role: Role
  readonly unit: string | null
}

/** Everybody with one of the roles on a day; a person with several of them comes with each. */
export async function listCandidates(
  reader: PersonalReader,
  roles: readonly Role[],
  day: string,
): Promise<readonly Candidate[]> {
  if (roles.length === 0) return []
  return reader.db
    .selectFrom('role_assignment as a')
    .innerJoin('person as p', 'p.id', 'a.person_id')
    .leftJoin('unit as u', 'u.id', 'a.unit_id')
    .select(['a.person_id as person', 'p.name', 'a.role', 'u.name as unit'])
    .where('a.role', 'in', roles)
    .where('a.valid_from', '<=', day)
    .where((where) => where.or([where('a.valid_to', 'is', null), where('a.valid_to', '>=', day)]))
    .orderBy('p.name')
    .orderBy('a.id')
    .limit(2000)
    .execute()
}
