// Serves a test's database in a process of its own and is gone by SIGKILL the moment it would reply to a request with
// the header `x-die`: the act is committed, its reply is never sent. Reads { url, claimKey } as JSON on its input,
// reports its address in one line.
import { text } from 'node:stream/consumers'
import { wireServer } from '../../src/boot/server.ts'
import { findClaimKey } from '../../src/storage/claim.ts'
import { openDatabase } from '../../src/storage/database.ts'
import { createPool } from '../../src/storage/pool.ts'

// The test writes it.
const { url, claimKey: hex } = JSON.parse(await text(process.stdin)) as { url: string; claimKey: string }
const claimKey = findClaimKey(hex)
if (claimKey === undefined) throw new Error('no claim key')
const pool = createPool(url, 4, () => undefined)
const { app } = await wireServer({
  database: openDatabase({ pool, claimKey, now: Date.now }),
  draftSecret: { bytes: Buffer.alloc(32, 6) },
  configuration: {
    production: false,
    publicOrigin: undefined,
    secure: false,
    trustProxy: false,
    smtp: undefined,
  },
  demo: false,
  loopback: false,
  clock: () => new Date(),
  log: { level: 'warn', write: () => undefined },
})
app.server.prependListener('request', (request, reply) => {
  if (request.headers['x-die'] === undefined) return
  reply.writeHead = () => {
    process.kill(process.pid, 'SIGKILL')
    return reply
  }
})
process.stdout.write(`${await app.listen({ port: 0, host: '127.0.0.1' })}\n`)
