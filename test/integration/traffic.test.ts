import { once } from 'node:events'
import { connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'
import { addPerson, createTestServer, type TestServer } from '../support/server.ts'

let held: TestDatabase

beforeAll(async () => {
  held = await createTestDatabase()
  const { municipalityId } = held.first
  for (const userName of ['anna', 'bo']) await addPerson(held.database, municipalityId, { userName })
})
afterAll(() => held.close())

async function withServer(
  traffic: { perSession: number; perAddress: number; atOnce: number },
  act: (server: TestServer) => Promise<void>,
  trustProxy: false | readonly string[] = false,
): Promise<void> {
  const server = await createTestServer(held.database, { traffic, trustProxy })
  try {
    await act(server)
  } finally {
    await server.app.close()
  }
}

const statuses = async (server: TestServer, count: number, url: string, cookie?: string) => {
  const got: number[] = []
  for (let turn = 0; turn < count; turn += 1)
    got.push((await server.send('GET', url, cookie === undefined ? {} : { cookie })).statusCode)
  return got
}

describe('a rush of requests', () => {
  test('is slowed down for the session that makes it, with the time to wait, and for no other session', async () => {
    await withServer({ perSession: 3, perAddress: 100, atOnce: 10 }, async (server) => {
      const anna = await server.signIn(held.first.municipalityId, 'anna')
      const bo = await server.signIn(held.first.municipalityId, 'bo')
      expect(await statuses(server, 4, '/api/tasks/mine', anna)).toEqual([200, 200, 200, 429])
      const refused = await server.send('GET', '/api/tasks/mine', { cookie: anna })
      expect(refused.json()).toMatchObject({ code: 'too-many-requests', status: 429 })
      const wait = Number(refused.headers['retry-after'])
      expect(wait).toBeGreaterThan(0)
      expect(wait).toBeLessThanOrEqual(60)
      expect(await statuses(server, 1, '/api/tasks/mine', bo)).toEqual([200])
    })
  })

  test('without a session is counted by network address, however many cookies are made up, and leaves the signed-in alone', async () => {
    await withServer({ perSession: 100, perAddress: 4, atOnce: 10 }, async (server) => {
      // Signing in is the address's first request.
      const anna = await server.signIn(held.first.municipalityId, 'anna')
      const invented = ['A', 'B', 'C', 'D'].map((letter) => `tilsyn=${letter.repeat(43)}`)
      const got: number[] = []
      for (const cookie of invented)
        got.push((await server.send('GET', '/api/tasks/mine', { cookie })).statusCode)
      expect(got).toEqual([401, 401, 401, 429])
      expect(await statuses(server, 2, '/api/tasks/mine', anna)).toEqual([200, 200])
    })
  })

  test('is counted by the address that the proxy saw, whatever the caller wrote into the header before it', async () => {
    await withServer(
      { perSession: 100, perAddress: 2, atOnce: 10 },
      async (server) => {
        const through = async (forwarded: string) => {
          const headers = { 'x-forwarded-for': forwarded }
          return (await server.send('GET', '/api/tasks/mine', { headers })).statusCode
        }
        // Proxies add the address they saw at the end.
        expect(await through('198.51.100.1, 203.0.113.7')).toBe(401)
        expect(await through('198.51.100.2, 203.0.113.7')).toBe(401)
        expect(await through('198.51.100.3, 203.0.113.7')).toBe(429)
        expect(await through('198.51.100.3, 203.0.113.8')).toBe(401)
      },
      ['127.0.0.1'],
    )
  })

  test.each([
    ['no proxy is trusted', false],
    ['another proxy is', ['192.0.2.1']],
  ] as const)('is counted by its connection where %s', async (_, trustProxy) => {
    await withServer(
      { perSession: 100, perAddress: 2, atOnce: 10 },
      async (server) => {
        const got: number[] = []
        for (const address of ['198.51.100.1', '198.51.100.2', '198.51.100.3']) {
          const headers = { 'x-forwarded-for': address }
          got.push((await server.send('GET', '/api/tasks/mine', { headers })).statusCode)
        }
        expect(got).toEqual([401, 401, 429])
      },
      trustProxy,
    )
  })

  test('beyond what is worked on at once is asked to come back, while health still answers', async () => {
    await withServer({ perSession: 100, perAddress: 100, atOnce: 2 }, async (server) => {
      const cookie = await server.signIn(held.first.municipalityId, 'anna')
      const got = await Promise.all([1, 2, 3, 4].map(() => server.send('GET', '/api/tasks/mine', { cookie })))
      expect(got.map(({ statusCode }) => statusCode).toSorted((a, b) => a - b)).toEqual([200, 200, 503, 503])
      const refused = got.find(({ statusCode }) => statusCode === 503)
      expect(refused?.json()).toMatchObject({ code: 'too-busy' })
      expect(refused?.headers['retry-after']).toBe('2')
      const [first, second, health] = await Promise.all([
        server.send('GET', '/api/tasks/mine', { cookie }),
        server.send('GET', '/api/tasks/mine', { cookie }),
        server.send('GET', '/api/health'),
      ])
      expect([first.statusCode, second.statusCode, health.statusCode]).toEqual([200, 200, 200])
    })
  })

  test('gives the place of a caller who hung up to the next', async () => {
    await withServer({ perSession: 100, perAddress: 100, atOnce: 1 }, async (server) => {
      const address = new URL(await server.app.listen({ host: '127.0.0.1', port: 0 }))
      const socket = connect(Number(address.port), address.hostname)
      await once(socket, 'connect')
      // A body that never comes whole keeps the request inside.
      socket.write(
        `POST /api/session HTTP/1.1\r\nhost: ${address.host}\r\norigin: ${address.origin}\r\n` +
          'content-type: application/json\r\ncontent-length: 50\r\n\r\n{',
      )
      const status = async () => (await fetch(new URL('/api/session', address))).status
      await expect.poll(status).toBe(503)
      socket.destroy()
      await expect.poll(status).toBe(200)
    })
  })
})
