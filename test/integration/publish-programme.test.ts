import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ProblemDetails } from '../../src/contract/frame/problem-details.ts'
import type { ProgrammeCheck, Published } from '../../src/contract/programme/publish.ts'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'
import { addPerson, createTestServer, type TestServer } from '../support/server.ts'
import { sendFile } from '../support/upload.ts'

let held: TestDatabase
let server: TestServer
let cookie: string
let manager: string
/** A programme that comes with Tilsyn, as text, and its key. */
let text: string
const key = 'extra-costs'

beforeAll(async () => {
  held = await createTestDatabase()
  server = await createTestServer(held.database)
  const { municipalityId } = held.first
  await addPerson(held.database, municipalityId, { userName: 'anna', role: 'administrator' })
  await addPerson(held.database, municipalityId, { userName: 'maja', role: 'staff-lawyer' })
  cookie = await server.signIn(municipalityId, 'anna')
  manager = await server.signIn(municipalityId, 'maja')
  text = await readFile(new URL(`../../programmes/${key}.yaml`, import.meta.url), 'utf8')
})
afterAll(async () => {
  await server.app.close()
  await held.close()
})

function versioned(version: number, extra = ''): string {
  return `${text.replace(/^version: .*$/m, `version: ${version}`)}${extra}`
}

function publish(content: string, who = cookie) {
  return sendFile(server, '/api/programmes', who, { name: 'program.yaml', content })
}

function check(content: string) {
  return sendFile(server, '/api/programme-checks', cookie, { name: 'program.yaml', content })
}

async function shown(): Promise<readonly number[]> {
  const answer = await server.send('GET', '/api/programmes', { cookie: manager })
  return answer.json<{ programmes: { version: number }[] }>().programmes.map(({ version }) => version)
}

describe('publishing a programme', () => {
  test('is an administrator’s, and checking publishes nothing', async () => {
    expect((await publish(text, manager)).statusCode).toBe(403)
    const answer = await check(versioned(2))
    expect(answer.json<ProgrammeCheck>()).toMatchObject({ standing: 'first', newest: null })
    expect(await shown()).toEqual([])
  })

  test('makes the version readable to the staff, once', async () => {
    const first = await publish(versioned(2))
    expect(first.json<Published>()).toEqual({ key, version: 2, already: false })
    expect((await publish(versioned(2))).json<Published>().already).toBe(true)
    expect(await shown()).toEqual([2])
  })

  test('refuses other content under a published number, and any number below the newest', async () => {
    const changed = versioned(2, '# a remark\n')
    expect((await check(changed)).json<ProgrammeCheck>().standing).toBe('changed')
    expect((await publish(changed)).json()).toMatchObject({ status: 409, code: 'programme-changed' })
    expect((await publish(versioned(1))).json()).toMatchObject({ status: 409, code: 'programme-older' })
    const { rows } = await held.superPool.query<{ source: string }>('select source from programme_version')
    expect(rows).toEqual([{ source: versioned(2) }])
  })

  test.each([String.raw`a\0b`, String.raw`a\ud800b`, String.raw`a\x07b`])(
    'refuses the escaped character of %s, told by its line',
    async (written) => {
      const content = versioned(9).replace(/^  en: .*$/mu, () => `  en: "${written}"`)
      const line = content.split('\n').findIndex((each) => each.startsWith('  en:')) + 1
      for (const answer of [await check(content), await publish(content)])
        expect([answer.statusCode, answer.json()]).toMatchObject([
          422,
          { problems: [{ code: 'unfit-characters', line }] },
        ])
    },
  )

  test('says what a newer version changes before it is published', async () => {
    const newer = await check(versioned(3))
    expect(newer.json<ProgrammeCheck>()).toMatchObject({
      standing: 'newer',
      newest: { version: 2, difference: { added: 0, removed: 0, changed: 0 } },
    })
    expect((await publish(versioned(3))).statusCode).toBe(200)
    expect(await shown()).toEqual([3])
  })

  test('happens once when several press at the same time', async () => {
    const answers = await Promise.all([1, 2, 3].map(() => publish(versioned(4))))
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 200, 200])
    expect(answers.filter((answer) => !answer.json<Published>().already)).toHaveLength(1)
  })

  test('tells every problem of a file with its line, and keeps nothing of it', async () => {
    const answer = await publish(`${versioned(9).replace(/^title:$/m, 'titel:')}\nunknown: 1\n`)
    expect(answer.statusCode).toBe(422)
    const { code, problems = [] } = answer.json<ProblemDetails>()
    expect(code).toBe('unusable-file')
    expect(problems.length).toBeGreaterThan(1)
    for (const { line, file } of problems) expect([file, typeof line]).toEqual(['program.yaml', 'number'])
    expect(await shown()).toEqual([4])
  })

  test.each([
    ['an empty file', ''],
    ['a file of zero bytes', '\0'.repeat(50)],
    ['a picture', '\u0089PNG\r\n\u001A\n'],
    ['no YAML', '{{{'],
  ])('refuses %s', async (_case, content) => {
    expect((await publish(content)).statusCode).toBe(422)
  })
})

describe('the programmes that come with Tilsyn', () => {
  test('are published with one press, by key and never by path', async () => {
    const { municipalityId } = held.second
    await addPerson(held.database, municipalityId, { userName: 'fie', role: 'administrator' })
    const foreign = await server.signIn(municipalityId, 'fie')
    const list = async () =>
      (await server.send('GET', '/api/included-programmes', { cookie: foreign }))
        .json<{ programmes: ProgrammeCheck[] }>()
        .programmes.filter(({ programme }) => programme.key === 'bbu-2017')
    expect(await list()).toMatchObject([{ standing: 'first' }])
    const url = (name: string) => `/api/included-programmes/${encodeURIComponent(name)}/publication`
    const published = await server.send('POST', url('bbu-2017'), { cookie: foreign })
    expect(published.json<Published>()).toMatchObject({ key: 'bbu-2017', already: false })
    expect(await list()).toMatchObject([{ standing: 'same' }])
    for (const name of ['../package', 'bbu-2017.yaml', '/etc/passwd'])
      expect((await server.send('POST', url(name), { cookie: foreign })).statusCode).toBe(404)
    expect((await server.send('POST', url('bbu-2017'), { cookie: manager })).statusCode).toBe(403)
  })
})
