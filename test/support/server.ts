import { scryptSync } from 'node:crypto'
import type { LookAtBackup } from '../../src/http/access/health-routes.ts'
import type { FastifyInstance, LightMyRequestResponse } from 'fastify'
import { saveAccount } from '../../src/storage/account.ts'
import type { ProviderSettings } from '../../src/boot/openid-provider.ts'
import { wireServer } from '../../src/boot/server.ts'
import type { Route } from '../../src/contract/frame/route.ts'
import type { TrafficLimits } from '../../src/http/frame/traffic.ts'
import type { ReachOf } from '../../src/core/access/permissions.ts'
import type { Role } from '../../src/core/access/role.ts'
import type { MunicipalityId, PersonId, UnitId } from '../../src/storage/ids.ts'
import type { Database } from '../../src/storage/transaction.ts'

/** The origin that `app.inject` calls from; calls that change something must name it. */
const origin = 'http://localhost'
export const password = 'korrekt hest batteri'

export interface TestServer {
  readonly app: FastifyInstance
  readonly routes: readonly Route[]
  /** Everything logged so far. */
  readonly log: string[]
  /** Moves the server's clock; the database's own stays. */
  advance(milliseconds: number): void
  /** Signs in and returns the Cookie header for further calls. */
  signIn(municipality: MunicipalityId, userName: string, secret?: string): Promise<string>
  send(method: Route['method'], url: string, how?: Call): Promise<LightMyRequestResponse>
}

export interface Call {
  readonly cookie?: string
  readonly body?: unknown
  readonly language?: 'da' | 'en'
  readonly headers?: Readonly<Record<string, string>>
}

/** Tests send in a second what a person sends in an hour. */
const noLimits: TrafficLimits = { perSession: 1e9, perAddress: 1e9, atOnce: 1e9 }

export async function createTestServer(
  database: Database,
  {
    demo = false,
    production = false,
    traffic = noLimits,
    publicOrigin,
    providers = [],
    reachOf,
    metricsToken,
    lookAtBackup,
    trustProxy = false,
  }: {
    demo?: boolean
    production?: boolean
    traffic?: TrafficLimits
    publicOrigin?: string | undefined
    providers?: readonly ProviderSettings[]
    reachOf?: ReachOf
    metricsToken?: string
    lookAtBackup?: LookAtBackup
    trustProxy?: false | readonly string[]
  } = {},
): Promise<TestServer> {
  let ahead = 0
  const log: string[] = []
  const { app, routes } = await wireServer({
    database,
    personalKey: { bytes: Buffer.alloc(32, 5) },
    draftSecret: { bytes: Buffer.alloc(32, 6) },
    configuration: {
      production,
      publicOrigin,
      secure: production,
      trustProxy,
      smtp: undefined,
      metricsToken,
    },
    providers,
    demo,
    loopback: false,
    clock: () => new Date(Date.now() + ahead),
    log: { level: 'info', write: (line) => void log.push(line) },
    traffic,
    lookAtBackup,
    ...(reachOf !== undefined && { reachOf }),
  })
  const send: TestServer['send'] = (method, url, call = {}) =>
    app.inject({
      method,
      url,
      headers: {
        origin: publicOrigin ?? origin,
        ...(call.cookie !== undefined && { cookie: call.cookie }),
        ...(call.language !== undefined && { 'accept-language': call.language }),
        ...(call.body !== undefined && { 'content-type': 'application/json' }),
        ...call.headers,
      },
      ...(call.body !== undefined && { payload: JSON.stringify(call.body) }),
    })
  return {
    app,
    routes,
    log,
    advance: (milliseconds) => void (ahead += milliseconds),
    send,
    async signIn(municipality, userName, secret = password) {
      const body = { userName, password: secret, municipality }
      const answer = await send('POST', '/api/session', { body })
      if (answer.statusCode !== 204) throw new Error(`sign-in was refused: ${answer.body}`)
      return cookieOf(answer)
    },
  }
}

/** The Cookie header that a browser would send after this answer. */
export function cookieOf(answer: LightMyRequestResponse): string {
  return answer.cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
}

const salt = Buffer.alloc(16, 7)

/**
 * Of `password`, as cheap as scrypt goes: a stored hash names its own cost, and at the program's every sign-in of a test
 * takes a quarter of a second of computing. The program's own is in src/app/access/password.test.ts.
 */
const passwordHash = `scrypt$2$1$1$${salt.toString('base64')}$${scryptSync(password, salt, 32, { N: 2, r: 1, p: 1 }).toString('base64')}`

/** A person with a role and a local account; `userName` doubles as initials. */
export async function addPerson(
  database: Database,
  municipalityId: MunicipalityId,
  person: {
    readonly userName: string
    readonly role?: Role
    readonly unit?: UnitId | null
    readonly until?: string
  },
): Promise<PersonId> {
  return database.transaction({ municipalityId, personId: null }, async (tx) => {
    const writer = await tx.recordChange({ room: 'access', act: 'add-account', subjectKind: 'person' })
    const { id } = await writer.db
      .insertInto('person')
      .values({ name: `Prøve ${person.userName}`, initials: person.userName, email: null })
      .returning('id')
      .executeTakeFirstOrThrow()
    if (person.role !== undefined) {
      const grant = { person_id: id, role: person.role, unit_id: person.unit ?? null }
      await writer.db
        .insertInto('role_assignment')
        .values({ ...grant, valid_from: '2017-09-01', valid_to: person.until ?? null })
        .execute()
    }
    await saveAccount(writer, { username: person.userName, personId: id, passwordHash, givenUntil: null })
    return id
  })
}

/** A unit of the municipality. */
export async function addUnit(
  database: Database,
  municipalityId: MunicipalityId,
  name: string,
): Promise<UnitId> {
  return database.transaction({ municipalityId, personId: null }, async (tx) => {
    const writer = await tx.recordChange({ room: 'access', act: 'add-unit', subjectKind: 'unit' })
    const { id } = await writer.db
      .insertInto('unit')
      .values({ name, kind: 'family' })
      .returning('id')
      .executeTakeFirstOrThrow()
    return id
  })
}
