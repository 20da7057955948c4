import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { serverConfiguration } from '../../src/boot/server-configuration.ts'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'
import { addPerson, createTestServer, type TestServer } from '../support/server.ts'

const metricsToken = 'a-token-of-the-monitoring'
let held: TestDatabase
let server: TestServer

beforeAll(async () => {
  held = await createTestDatabase()
  await addPerson(held.database, held.first.municipalityId, { userName: 'anna' })
  server = await createTestServer(held.database, { metricsToken })
})
afterAll(async () => {
  await server.app.close()
  await held.close()
})

const read = (authorization?: string) =>
  server.send('GET', '/metrics', { headers: authorization === undefined ? {} : { authorization } })

describe('the operator’s figures', () => {
  test('are told to who holds the token, and to nobody else', async () => {
    for (const given of [
      undefined,
      'Bearer',
      `Bearer ${metricsToken}x`,
      `Basic ${metricsToken}`,
      metricsToken,
    ]) {
      const answer = await read(given)
      expect([given, answer.statusCode, answer.body]).toEqual([given, 401, ''])
    }
    const answer = await read(`Bearer ${metricsToken}`)
    expect(answer.statusCode).toBe(200)
    expect(answer.headers['content-type']).toMatch(/^text\/plain/)
    expect(answer.headers['cache-control']).toBe('no-store')
  })

  test('count requests by route and refusals by code, and hold no address, search word or name', async () => {
    const cookie = await server.signIn(held.first.municipalityId, 'anna')
    await server.send('GET', '/api/registry/imports?search=Sommerfugl', { cookie })
    await server.send('GET', '/api/sommerfugl-findes-ikke', { cookie })
    const { body } = await read(`Bearer ${metricsToken}`)
    expect(body).toMatch(
      /tilsyn_http_request_seconds_count\{method="POST",route="\/api\/session",status="2xx"\} 1/,
    )
    expect(body).toMatch(/tilsyn_http_refusals_total\{code="not-permitted"\} 1/)
    expect(body).toMatch(/^tilsyn_database_up 1$/m)
    expect(body).toMatch(/^tilsyn_read_only 0$/m)
    expect(body.toLowerCase()).not.toMatch(/sommerfugl|anna/)
  })

  test('are not there where no token was set', async () => {
    const silent = await createTestServer(held.database)
    const answer = await silent.send('GET', '/metrics', { headers: { authorization: 'Bearer undefined' } })
    await silent.app.close()
    expect(answer.body).not.toMatch(/tilsyn_|process_/)
  })

  test('need a token that cannot be guessed', () => {
    const refused = serverConfiguration({ TILSYN_METRICS_TOKEN: 'short' })
    expect(refused).toMatchObject({ ok: false, problems: [{ code: 'setting-unusable' }] })
    expect(serverConfiguration({ TILSYN_METRICS_TOKEN: metricsToken }).ok).toBe(true)
  })
})
