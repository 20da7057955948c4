import { once } from 'node:events'
import { readdir } from 'node:fs/promises'
import { connect, type AddressInfo, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'
import { addPerson, createTestServer, type TestServer } from '../support/server.ts'

// Against the server as it listens: callers that send slowly, too much, or many things at once.
let held: TestDatabase
let server: TestServer
let port: number
let cookie: string

beforeAll(async () => {
  held = await createTestDatabase()
  server = await createTestServer(held.database)
  await addPerson(held.database, held.first.municipalityId, { userName: 'admin', role: 'administrator' })
  cookie = await server.signIn(held.first.municipalityId, 'admin')
  await server.app.listen({ port: 0, host: '127.0.0.1' })
  // A server that listens on TCP has an AddressInfo.
  port = (server.app.server.address() as AddressInfo).port
})
afterAll(async () => {
  await server.app.close()
  await held.close()
})

async function open(): Promise<Socket> {
  const socket = connect(port, '127.0.0.1')
  // The server may hang up while we still write.
  socket.on('error', () => undefined)
  await once(socket, 'connect')
  return socket
}

/** What comes until the server closes, or until `enough` says so. */
async function answerOf(socket: Socket, enough: (said: string) => boolean): Promise<string> {
  let said = ''
  for await (const data of socket) {
    said += String(data)
    if (enough(said)) break
  }
  socket.destroy()
  return said
}

const head = (line: string, ...more: readonly string[]) =>
  `${[line, `host: 127.0.0.1:${port}`, `origin: http://127.0.0.1:${port}`, ...more].join('\r\n')}\r\n\r\n`
const hasHead = (said: string) => said.includes('\r\n\r\n')

test('three hundred callers who never finish their headers or bodies hold up nobody, and are let go in time', async () => {
  const sockets = await Promise.all(Array.from({ length: 300 }, open))
  for (const [at, socket] of sockets.entries())
    socket.write(
      at % 2 === 0
        ? `GET /api/health HTTP/1.1\r\nhost: 127.0.0.1\r\nx-slow: a`
        : `${head('POST /api/session HTTP/1.1', 'content-type: application/json', 'content-length: 100')}{`,
    )
  const started = performance.now()
  const other = await fetch(`http://127.0.0.1:${port}/api/session`)
  const ms = performance.now() - started
  for (const socket of sockets) socket.destroy()
  expect(other.status).toBeLessThan(300)
  expect(ms).toBeLessThan(5000)
  const { headersTimeout, requestTimeout } = server.app.server
  expect([
    headersTimeout > 0 && headersTimeout <= 60_000,
    requestTimeout > 0 && requestTimeout <= 300_000,
  ]).toEqual([true, true])
})

test('an upload that says it is huge is refused before it is sent', async () => {
  const before = await readdir(tmpdir())
  for (const type of ['multipart/form-data; boundary=b', 'application/json']) {
    const socket = await open()
    const path = type.startsWith('multi') ? '/api/registry/previews' : '/api/session'
    socket.write(
      head(
        `POST ${path} HTTP/1.1`,
        `cookie: ${cookie}`,
        `content-type: ${type}`,
        'content-length: 5000000000',
      ),
    )
    const said = await answerOf(socket, hasHead)
    expect(said).toMatch(/^HTTP\/1\.1 413 /)
  }
  // Uploads are taken in memory.
  const left = (await readdir(tmpdir())).filter(
    (name) => !before.includes(name) && /upload|multipart|busboy/i.test(name),
  )
  expect(left).toEqual([])
})

test('a body that goes on without saying how long is cut at the limit', async () => {
  const socket = await open()
  socket.write(
    head('POST /api/session HTTP/1.1', 'content-type: application/json', 'transfer-encoding: chunked'),
  )
  let sent = 0
  const piece = ' '.repeat(65_536)
  const feed = (): void => {
    while (!socket.destroyed && sent < 50_000_000) {
      sent += piece.length
      if (!socket.write(`10000\r\n${piece}\r\n`)) return void socket.once('drain', feed)
    }
  }
  feed()
  const said = await answerOf(socket, hasHead)
  expect(said).toMatch(/^HTTP\/1\.1 413 /)
  expect(sent).toBeLessThan(50_000_000)
})

test('too many or too long headers are refused, and the next caller is served', async () => {
  for (const flood of [
    `x: ${'a'.repeat(100_000)}`,
    Array.from({ length: 5000 }, (_, at) => `x-${at}: ${at}`).join('\r\n'),
  ]) {
    const socket = await open()
    socket.write(head('GET /api/health HTTP/1.1', flood))
    expect(await answerOf(socket, hasHead)).toMatch(/^HTTP\/1\.1 431 /)
  }
  expect((await fetch(`http://127.0.0.1:${port}/api/health`)).status).toBe(200)
})

test('requests sent in one breath are each answered, in order', async () => {
  const socket = await open()
  const times = 50
  socket.write(
    Array.from({ length: times }, (_, at) =>
      head(`GET /api/${at % 2 === 0 ? 'health' : 'none'} HTTP/1.1`),
    ).join(''),
  )
  const statuses = (said: string) => [...said.matchAll(/HTTP\/1\.1 (\d+)/g)].map(([, status]) => status)
  const said = await answerOf(socket, (all) => statuses(all).length === times)
  expect(statuses(said)).toEqual(Array.from({ length: times }, (_, at) => (at % 2 === 0 ? '200' : '404')))
})

test('what is no HTTP is answered in few words and closed', async () => {
  for (const nonsense of ['\u0016\u0003\u0001', 'GET / HTTP/9.9\r\n\r\n', 'GET /\u0000 HTTP/1.1\r\n\r\n']) {
    const socket = await open()
    socket.write(nonsense)
    socket.end()
    const said = await answerOf(socket, () => false)
    expect(said).not.toMatch(/node_modules|\.ts:|at /)
  }
})
