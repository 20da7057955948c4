import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { SessionState } from '../../src/contract/access/session.ts'
import { createTestDatabase, type TestDatabase, type TestMunicipality } from '../support/database.ts'
import { addPerson, addUnit, cookieOf, createTestServer, type TestServer } from '../support/server.ts'
import {
  startSignInProvider,
  unsigned,
  walkProvider,
  type Forge,
  type SignInProvider,
} from '../support/sign-in-provider.ts'

const origin = 'http://localhost:3999'
const redirectUri = `${origin}/login/return`
const minute = 60

let held: TestDatabase
let provider: SignInProvider
let server: TestServer

beforeAll(async () => {
  held = await createTestDatabase()
  provider = await startSignInProvider(redirectUri, `${origin}/login`)
  const roles = {
    claim: 'groups',
    nameClaim: 'name',
    initialsClaim: 'initials',
    emailClaim: 'email',
    grants: [
      { value: 'lawyers', role: 'staff-lawyer', unit: undefined },
      { value: 'north', role: 'unit-lawyer', unit: 'Nord' },
      { value: 'nowhere', role: 'unit-lawyer', unit: 'Findes ikke' },
    ],
  } as const
  const providers = [
    provider.settings('Testkommune Ét'),
    provider.settings('Testkommune To', { person: { claim: 'initials', by: 'initials' }, roles }),
  ]
  await addUnit(held.database, held.second.municipalityId, 'Nord')
  server = await createTestServer(held.database, { publicOrigin: origin, providers })
})
afterEach(() => {
  provider.forge = undefined
})
afterAll(async () => {
  await server.app.close()
  await provider.stop()
  await held.close()
})

let made = 0
/** A person with an account at the provider that the claim leads to. */
async function newPerson(until?: string): Promise<{ login: string; userName: string }> {
  made += 1
  const [login, userName] = [`subject-${made}`, `person${made}`]
  provider.people.set(login, { preferred_username: userName })
  const role = { role: 'staff-lawyer', ...(until !== undefined && { until }) } as const
  await addPerson(held.database, held.first.municipalityId, { userName, ...role })
  return { login, userName }
}

interface Left {
  readonly address: string
  readonly ticket: string
}

async function leave(of: TestMunicipality = held.first, cookie?: string): Promise<Left> {
  const answer = await server.send('POST', '/api/session/provider', {
    body: {
      municipality: of.municipalityId,
      goesTo: '/rounds',
      ...(cookie !== undefined && { again: true }),
    },
    ...(cookie !== undefined && { cookie }),
  })
  expect([answer.statusCode, answer.body]).toMatchObject([200, expect.any(String)])
  return { address: answer.json<{ address: string }>().address, ticket: cookieOf(answer) }
}

const comeBack = (returned: string, cookie: string) =>
  server.send('POST', '/api/session/provider/return', {
    body: { query: new URL(returned).search.slice(1) },
    cookie,
  })

async function signIn(login: string, of: TestMunicipality = held.first) {
  const { address, ticket } = await leave(of)
  return comeBack(await walkProvider(address, login, redirectUri), ticket)
}

/** The session cookie of an answer; the ticket's is cleared in it. */
function sessionOf(answer: Awaited<ReturnType<typeof signIn>>): string {
  const { value } = answer.cookies.find(({ name }) => name === 'tilsyn') ?? { value: 'none' }
  return `tilsyn=${value}`
}

async function stateOf(cookie: string): Promise<SessionState['session']> {
  return (await server.send('GET', '/api/session', { cookie })).json<SessionState>().session
}

const acts = async () => {
  const { rows } = await held.superPool.query<{ act: string }>(
    'select act from change_entry order by at desc, id desc limit 6',
  )
  return rows.map(({ act }) => act)
}

describe('the municipality’s own sign-in', () => {
  test('signs a known person in, to the page they wanted, and is on record', async () => {
    const { login, userName } = await newPerson()
    const answer = await signIn(login)
    expect([answer.statusCode, answer.json()]).toEqual([200, { goesTo: '/rounds' }])
    expect(await stateOf(sessionOf(answer))).toMatchObject({
      person: { name: `Prøve ${userName}` },
      method: 'provider',
      roles: [{ role: 'staff-lawyer' }],
    })
    expect(await acts()).toEqual(expect.arrayContaining(['link-sign-in', 'sign-in']))
  })

  test('knows a person again by the provider’s subject alone, whoever gets their user name later', async () => {
    const { login, userName } = await newPerson()
    expect((await signIn(login)).statusCode).toBe(200)
    provider.people.set(login, { preferred_username: 'renamed' })
    expect(await stateOf(sessionOf(await signIn(login)))).toMatchObject({
      person: { name: `Prøve ${userName}` },
    })
    provider.people.set('newcomer', { preferred_username: userName })
    expect((await signIn('newcomer')).json()).toMatchObject({ code: 'account-unknown' })
  })

  test('takes claims from the userinfo endpoint where the token lacks them', async () => {
    const { login, userName } = await newPerson()
    provider.people.set(login, { preferred_username: userName, userinfoOnly: true })
    expect((await signIn(login)).statusCode).toBe(200)
  })

  test('lets nobody in whom no claim leads to, and makes nobody where claims give no roles', async () => {
    for (const claims of [
      {},
      { preferred_username: '' },
      { preferred_username: 'nobody' },
      { preferred_username: ['anna'] },
    ]) {
      provider.people.set('stranger', { name: 'Fremmed', initials: 'FR', groups: ['lawyers'], ...claims })
      expect((await signIn('stranger')).json()).toMatchObject({ code: 'account-unknown', status: 403 })
    }
    const { rows } = await held.superPool.query("select from person where name = 'Fremmed'")
    expect(rows).toHaveLength(0)
  })

  test('lets nobody in whose role has ended', async () => {
    const { login } = await newPerson('2020-01-01')
    expect((await signIn(login)).json()).toMatchObject({ code: 'no-role', status: 403 })
  })

  test('tells each municipality’s people from the other’s with the same account', async () => {
    const { login } = await newPerson()
    expect((await signIn(login)).statusCode).toBe(200)
    expect((await signIn(login, held.second)).json()).toMatchObject({ code: 'account-unknown' })
    const { address, ticket } = await leave(held.first)
    const elsewhere = ticket.replace(held.first.municipalityId, held.second.municipalityId)
    expect((await comeBack(await walkProvider(address, login, redirectUri), elsewhere)).json()).toMatchObject(
      {
        code: 'sign-in-refused',
      },
    )
  })

  test('says where to end the session at the provider too', async () => {
    const { login } = await newPerson()
    const state = await stateOf(sessionOf(await signIn(login)))
    const address = new URL(state?.providerSignOut ?? '')
    expect(address.origin).toBe(provider.issuer)
    expect(address.searchParams.get('post_logout_redirect_uri')).toBe(`${origin}/login`)
    expect((await fetch(address)).status).toBe(200)
  })
})

describe('roles from claims', () => {
  const member = (groups: readonly string[]) => {
    provider.people.set('member', { name: 'Ny Medarbejder', initials: 'NYM', email: 'ny@example.dk', groups })
    return signIn('member', held.second)
  }

  test('make a person, and follow the claim at every sign-in', async () => {
    expect((await member(['nowhere', 'unknown'])).json()).toMatchObject({ code: 'account-unknown' })
    const first = await member(['lawyers', 'north'])
    const roles = async (answer: Awaited<ReturnType<typeof signIn>>) =>
      (await stateOf(sessionOf(answer)))?.roles
        .map(({ role, unit }) => `${role} ${unit?.name ?? ''}`.trim())
        .toSorted()
    expect(await roles(first)).toEqual(['staff-lawyer', 'unit-lawyer Nord'])
    expect(await roles(await member(['north']))).toEqual(['unit-lawyer Nord'])
    expect((await member([])).json()).toMatchObject({ code: 'no-role' })
    // The sessions from before have lost their right with the last role.
    expect(await stateOf(sessionOf(first))).toBeNull()
    expect(await roles(await member(['lawyers']))).toEqual(['staff-lawyer'])
    const { rows } = await held.superPool.query("select email from person where initials = 'NYM'")
    expect(rows).toEqual([{ email: 'ny@example.dk' }])
  })

  test('leave alone what was given in Tilsyn', async () => {
    provider.people.set('given', { name: 'Given', initials: 'given', groups: ['lawyers'] })
    await addPerson(held.database, held.second.municipalityId, { userName: 'given', role: 'director' })
    expect((await signIn('given', held.second)).statusCode).toBe(200)
    provider.people.set('given', { initials: 'given', groups: [] })
    const answer = await signIn('given', held.second)
    expect((await stateOf(sessionOf(answer)))?.roles.map(({ role }) => role)).toEqual(['director'])
  })
})

describe('what comes back', () => {
  test('is taken once: the same address again is refused, with the old ticket and with a new one', async () => {
    const { login } = await newPerson()
    const { address, ticket } = await leave()
    const returned = await walkProvider(address, login, redirectUri)
    expect((await comeBack(returned, ticket)).statusCode).toBe(200)
    expect((await comeBack(returned, ticket)).json()).toMatchObject({ code: 'sign-in-refused', status: 401 })
    expect((await comeBack(returned, (await leave()).ticket)).json()).toMatchObject({
      code: 'sign-in-refused',
    })
  })

  test('opens nothing in another browser', async () => {
    const { login } = await newPerson()
    const returned = await walkProvider((await leave()).address, login, redirectUri)
    for (const cookie of [
      '',
      'tilsyn-sign-in=x',
      `tilsyn-sign-in=${held.first.municipalityId}.${'a'.repeat(43)}`,
      (await leave()).ticket,
    ])
      expect((await comeBack(returned, cookie)).json()).toMatchObject({ code: 'sign-in-refused' })
  })

  test('is refused with another state, code or issuer, without a code, and as the provider’s no', async () => {
    const { login } = await newPerson()
    const changes: readonly ((query: URLSearchParams) => void)[] = [
      (query) => query.set('state', 'forged'),
      (query) => query.delete('state'),
      (query) => query.set('code', 'forged'),
      (query) => query.delete('code'),
      (query) => query.set('iss', 'https://login.example.dk'),
      (query) => query.set('error', 'access_denied'),
    ]
    for (const change of changes) {
      const { address, ticket } = await leave()
      const returned = new URL(await walkProvider(address, login, redirectUri))
      change(returned.searchParams)
      expect([String(change), (await comeBack(returned.href, ticket)).json()]).toMatchObject([
        String(change),
        { code: 'sign-in-refused' },
      ])
    }
  })

  test('is refused after ten minutes', async () => {
    const { login } = await newPerson()
    const { address, ticket } = await leave()
    const returned = await walkProvider(address, login, redirectUri)
    await held.superPool.query(
      "update sealed.pending_sign_in set begun_at = begun_at - interval '601 seconds'",
    )
    expect((await comeBack(returned, ticket)).json()).toMatchObject({ code: 'sign-in-refused' })
  })
})

const now = () => Math.floor(Date.now() / 1000)
const withClaims =
  (claims: () => Record<string, unknown>): Forge =>
  (parts, signing) =>
    signing.sign({ ...parts, claims: { ...parts.claims, ...claims() } })

const forgeries: Readonly<Record<string, Forge>> = {
  'for another audience': withClaims(() => ({ aud: 'another' })),
  'for several audiences of whom another was meant': withClaims(() => ({
    aud: ['tilsyn', 'another'],
    azp: 'another',
  })),
  'of another issuer': withClaims(() => ({ iss: 'https://login.example.dk' })),
  'with another nonce': withClaims(() => ({ nonce: 'replayed' })),
  'without a nonce': withClaims(() => ({ nonce: undefined })),
  'that has expired': withClaims(() => ({ exp: now() - minute })),
  'without an end': withClaims(() => ({ exp: undefined })),
  'that holds only later': withClaims(() => ({ nbf: now() + 5 * minute })),
  'without a subject': withClaims(() => ({ sub: undefined })),
  'that is not signed': (parts) => `${unsigned({ ...parts, header: { alg: 'none' } })}.`,
  'whose signature is left out': (parts) => `${unsigned(parts)}.`,
  'signed with the public key as if it were a secret': (parts, signing) =>
    signing.signWithPublicKey({ ...parts, header: { ...parts.header, alg: 'HS256' } }),
  'signed by another algorithm than agreed': (parts, signing) =>
    signing.sign({ ...parts, header: { ...parts.header, alg: 'PS256' } }),
  'signed with a key that the provider does not publish': (parts, signing) => signing.signWithOther(parts),
  'signed with a key of a name that is no longer published': (parts, signing) =>
    signing.signWithOther({ ...parts, header: { ...parts.header, kid: 'retired' } }),
  'that was changed after signing': (parts, signing) => {
    const [header, , signature] = signing.sign(parts).split('.')
    const [, claims] = unsigned({ ...parts, claims: { ...parts.claims, sub: 'subject-1' } }).split('.')
    return [header, claims, signature].join('.')
  },
  'that is none': () => 'not a token',
}

describe('a token', () => {
  test.each(Object.entries(forgeries))('%s lets nobody in', async (_what, forge) => {
    const { login } = await newPerson()
    provider.forge = forge
    const answer = await signIn(login)
    expect(answer.json()).toMatchObject({ code: 'sign-in-refused', status: 401 })
    expect(answer.cookies.filter(({ name }) => name === 'tilsyn')).toEqual([])
  })

  test('signed anew by the provider’s own key, with nothing changed, lets its person in', async () => {
    const { login } = await newPerson()
    provider.forge = withClaims(() => ({}))
    expect((await signIn(login)).statusCode).toBe(200)
  })

  test('leaves nothing of itself or its person in the log', async () => {
    const { login, userName } = await newPerson()
    provider.forge = withClaims(() => ({ aud: 'another' }))
    await signIn(login)
    const logged = server.log.join('')
    expect(logged).toContain('sign-in-at-provider-refused')
    expect(logged).not.toMatch(new RegExp(`${userName}|${login}|eyJ|code=`))
  })
})

describe('a provider that must tell of two steps', () => {
  let usual: TestServer
  const assurance = { claim: 'acr', accepted: ['two-steps', 'card'] }
  beforeAll(async () => {
    usual = server
    const providers = [provider.settings('Testkommune Ét', {}, assurance)]
    server = await createTestServer(held.database, { publicOrigin: origin, providers })
  })
  afterAll(async () => {
    await server.app.close()
    server = usual
  })

  test('is asked for them, and opens when its signed token tells of one that is accepted', async () => {
    const { login } = await newPerson()
    const { address } = await leave()
    expect(new URL(address).searchParams.get('acr_values')).toBe('two-steps card')
    provider.forge = withClaims(() => ({ acr: 'card' }))
    expect((await signIn(login)).statusCode).toBe(200)
  })

  test.each([
    ['nothing', {}],
    ['a password alone', { acr: 'password' }],
    ['it in another claim', { amr: ['card'] }],
    ['a text that holds the value', { acr: 'two-steps card' }],
  ])('lets nobody in who comes with %s, tells them why, and has it on record', async (_what, claims) => {
    const { login } = await newPerson()
    provider.forge = withClaims(() => claims)
    const answer = await signIn(login)
    expect(answer.json()).toMatchObject({ code: 'sign-in-too-weak', status: 403 })
    expect(answer.cookies.filter(({ name }) => name === 'tilsyn')).toEqual([])
    expect((await acts())[0]).toBe('fail-sign-in')
  })

  test('is not believed where only its userinfo endpoint tells of them', async () => {
    const { login, userName } = await newPerson()
    provider.people.set(login, { preferred_username: userName, userinfoOnly: true, acr: 'card' })
    expect((await signIn(login)).json()).toMatchObject({ code: 'sign-in-too-weak' })
  })
})

describe('a fresh proof', () => {
  const exporting = (cookie: string) => server.send('GET', '/api/findings/export', { cookie, headers: {} })

  test('is given at the provider, by the same person, and renews the session', async () => {
    const { login } = await newPerson()
    const { login: other } = await newPerson()
    await signIn(other)
    const cookie = sessionOf(await signIn(login))
    await held.superPool.query("update sealed.session set authenticated_at = now() - interval '11 minutes'")
    expect((await exporting(cookie)).json()).toMatchObject({ code: 'step-up-needed', status: 403 })
    expect((await server.send('POST', '/api/session/step-up', { cookie, body: {} })).json()).toMatchObject({
      code: 'step-up-elsewhere',
    })
    const prove = async (as: string) => {
      const { address, ticket } = await leave(held.first, cookie)
      return comeBack(await walkProvider(address, as, redirectUri), `${cookie}; ${ticket}`)
    }
    expect((await prove(other)).json()).toMatchObject({ code: 'sign-in-refused' })
    provider.forge = withClaims(() => ({ auth_time: now() - 10 * minute }))
    expect((await prove(login)).json()).toMatchObject({ code: 'sign-in-refused' })
    provider.forge = undefined
    const renewed = sessionOf(await prove(login))
    expect((await exporting(renewed)).json()).not.toMatchObject({ code: 'step-up-needed' })
    expect(await stateOf(cookie)).toBeNull()
  })
})

describe('a provider that is down', () => {
  test('is said to be, local accounts go on, and it is found when it is back', async () => {
    const { userName } = await newPerson()
    await provider.stop()
    const late = await createTestServer(held.database, {
      publicOrigin: origin,
      providers: [provider.settings('Testkommune Ét')],
    })
    const begin = () =>
      late.send('POST', '/api/session/provider', {
        body: { municipality: held.first.municipalityId, goesTo: '/' },
      })
    try {
      expect((await begin()).json()).toMatchObject({ code: 'provider-unavailable', status: 503 })
      await late.signIn(held.first.municipalityId, userName)
      await provider.start()
      expect((await begin()).statusCode).toBe(200)
    } finally {
      await late.app.close()
    }
  })
})
