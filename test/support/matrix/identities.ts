import { randomBytes, randomUUID } from 'node:crypto'
import type { Pool } from 'pg'
import { roles, type Role } from '../../../src/core/access/role.ts'
import type { MunicipalityId } from '../../../src/storage/ids.ts'
import { cookieOf, type TestServer } from '../server.ts'

/** Somebody of the municipality as the table knows them. */
export interface Holder {
  readonly person: string
  readonly unit: string | null
}

/** Who calls: a role, or one of those to whom the table gives nothing. */
const strangers = ['nobody', 'ended'] as const
export type Signed = Role | (typeof strangers)[number]
export const signedIn: readonly Signed[] = [...roles, ...strangers]
export const unsigned = ['anonymous', 'forged', 'expired'] as const
export type Unsigned = (typeof unsigned)[number]

export interface Identities {
  readonly holders: ReadonlyMap<Signed, readonly Holder[]>
  cookieOf(person: string): Promise<string>
  readonly unsigned: ReadonlyMap<Unsigned, string | undefined>
}

/** So many of each role are tried for one who stands to a thing as asked. */
const asked = 30

/** `demo`: a server where one signs in as whom one likes. People of every role, one whose role ended yesterday, and one who never had any. */
export async function findIdentities(
  demo: TestServer,
  superPool: Pool,
  municipality: MunicipalityId,
): Promise<Identities> {
  const nobody = randomUUID()
  await superPool.query(
    `insert into person (municipality_id, id, name, initials) values ($1, $2, 'Prøve Ingen', 'INGEN')`,
    [municipality, nobody],
  )
  // A reviewer who leaves: their reviews, cases and feedback stay, their rights do not.
  const { rows: left } = await superPool.query<{ person: string }>(
    `update role_assignment set valid_to = current_date - 2 where municipality_id = $1 and id = (
       select a.id from role_assignment a where a.municipality_id = $1 and a.role = 'department-manager' and exists (
         select from review r where r.municipality_id = $1 and r.assigned_to = a.person_id) order by a.id limit 1)
     returning person_id as person`,
    [municipality],
  )
  const { rows } = await superPool.query<{ role: Role; person: string; unit: string | null }>(
    `select role, person_id as person, unit_id as unit from role_assignment
     where municipality_id = $1 and valid_to is null order by role, person_id`,
    [municipality],
  )
  const holders = new Map<Signed, readonly Holder[]>([
    ...roles.map((role) => [role, rows.filter((row) => row.role === role).slice(0, asked)] as const),
    ['nobody', [{ person: nobody, unit: null }]],
    ['ended', left.map(({ person }) => ({ person, unit: null }))],
  ])
  const open = async (person: string): Promise<string> => {
    const answer = await demo.send('POST', '/api/session/switch', { body: { personId: person } })
    if (answer.statusCode >= 400) throw new Error(answer.body)
    return cookieOf(answer)
  }
  const cookies = new Map<string, Promise<string>>()
  const administrator = holders.get('administrator')?.[0]?.person ?? ''
  const expired = await open(administrator)
  await superPool.query(
    `update sealed.session set created_at = now() - interval '2 days', last_seen_at = now() - interval '1 day',
       expires_at = now() - interval '1 day' where token_hash = sha256($1::bytea)`,
    [expired.slice('tilsyn='.length)],
  )
  return {
    holders,
    cookieOf(person) {
      const cookie = cookies.get(person) ?? open(person)
      cookies.set(person, cookie)
      return cookie
    },
    unsigned: new Map([
      ['anonymous', undefined],
      ['forged', `tilsyn=${randomBytes(32).toString('base64url')}`],
      ['expired', expired],
    ]),
  }
}
