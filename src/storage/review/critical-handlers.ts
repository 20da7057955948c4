import { sql } from 'kysely'
import type { Role } from '../../core/access/role.ts'
import type { CaseStageId, PersonId, UnitId } from '../ids.ts'
import type { Reader } from '../transaction.ts'
import { isBarred } from './independence.ts'

export interface HandlerRow {
  readonly role: Role
  readonly person: PersonId
  readonly away: boolean
  readonly barred: boolean
}

/** Who holds one of the roles on a day, at the unit or for the whole municipality, and how they stand to the case stage. */
export async function listRoleHolders(
  reader: Reader,
  of: {
    readonly roles: readonly Role[]
    readonly unit: UnitId
    readonly caseStage: CaseStageId
    readonly today: string
  },
): Promise<readonly HandlerRow[]> {
  const { rows } = await sql<HandlerRow>`
    select distinct g.role, g.person_id as person,
      exists (select from absence a where a.person_id = g.person_id and a.taken_back_at is null
        and ${of.today}::date between a.valid_from and a.valid_to) as away,
      ${isBarred('c', sql`g.person_id`)} as barred
    from role_assignment g join case_stage c on c.id = ${of.caseStage}
    where g.role = any(${of.roles}::text[]) and (g.unit_id is null or g.unit_id = ${of.unit})
      and g.valid_from <= ${of.today}::date and coalesce(g.valid_to >= ${of.today}::date, true)
    order by g.role, g.person_id
    limit 500`.execute(reader.db)
  return rows
}
