import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { serverConfiguration } from '../../src/boot/server-configuration.ts'
import type { LookAtBackup } from '../../src/http/access/health-routes.ts'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'
import { addPerson, createTestServer, type TestServer } from '../support/server.ts'

const metricsToken = 'a-token-of-the-monitoring'
let held: TestDatabase
let server: TestServer
let backup: Awaited<ReturnType<LookAtBackup>>

beforeAll(async () => {
  held = await createTestDatabase()
  await addPerson(held.database, held.first.municipalityId, { userName: 'anna' })
  server = await createTestServer(held.database, {
    metricsToken,
    lookAtBackup: () => Promise.resolve(backup),
  })
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

  test('and a page of administrators tell when the newest backup was made, and alarm', async () => {
    await addPerson(held.database, held.first.municipalityId, { userName: 'admin', role: 'administrator' })
    const cookie = await server.signIn(held.first.municipalityId, 'admin')
    const page = async () => (await server.send('GET', '/api/health/backup', { cookie })).json<unknown>()
    const figures = async () => (await read(`Bearer ${metricsToken}`)).body
    expect(await page()).toEqual({ backup: null })
    expect(await figures()).toMatch(/^tilsyn_backup_alarm 0$/m)
    const verified = new Date('2026-10-01T00:00:00Z')
    backup = { newest: new Date('2026-11-20T01:00:00Z'), alarming: true, verified, verifyDue: true }
    expect(await page()).toEqual({
      backup: {
        newest: '2026-11-20T01:00:00.000Z',
        alarming: true,
        verified: '2026-10-01T00:00:00.000Z',
        verifyDue: true,
      },
    })
    expect(await figures()).toMatch(/^tilsyn_backup_verify_alarm 1$/m)
    expect(await figures()).toMatch(/^tilsyn_backup_verified_timestamp_seconds 1790812800$/m)
    expect(await figures()).toMatch(/^tilsyn_backup_alarm 1$/m)
    expect(await figures()).toMatch(/^tilsyn_backup_newest_timestamp_seconds 1795136400$/m)
    backup = { newest: undefined, alarming: true, verified: undefined, verifyDue: false }
    expect(await page()).toEqual({
      backup: { newest: null, alarming: true, verified: null, verifyDue: false },
    })
    expect(await figures()).toMatch(/^tilsyn_backup_verify_alarm 0$/m)
    expect(await figures()).toMatch(/^tilsyn_backup_newest_timestamp_seconds 0$/m)
    const anna = await server.signIn(held.first.municipalityId, 'anna')
    expect((await server.send('GET', '/api/health/backup', { cookie: anna })).statusCode).toBe(403)
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
