import { randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { notify, type Notice } from '../../src/app/notification/notify.ts'
import { sendMail } from '../../src/app/notification/send-mail.ts'
import { createSmtpTransport } from '../../src/boot/smtp-transport.ts'
import type { Notifications } from '../../src/contract/notification/notifications.ts'
import type { PersonId } from '../../src/storage/ids.ts'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'
import { openMailbox, type Mailbox } from '../support/mailbox.ts'
import { addPerson, createTestServer, type TestServer } from '../support/server.ts'

let held: TestDatabase
let server: TestServer
let anna: PersonId
let bo: PersonId
let cookies: { anna: string; bo: string }
let mailbox: Mailbox

/** Monday 12 January 2026, 08:30 and 06:30 in Denmark. */
const monday = new Date('2026-01-12T07:30:00Z')
const mondayEarly = new Date('2026-01-12T05:30:00Z')
const saturday = new Date('2026-01-17T07:30:00Z')
const minutes = 60_000

beforeEach(async () => {
  held = await createTestDatabase()
  server = await createTestServer(held.database)
  const { municipalityId } = held.first
  anna = await addPerson(held.database, municipalityId, {
    userName: 'anna',
    role: 'staff-lawyer',
    unit: null,
  })
  bo = await addPerson(held.database, municipalityId, { userName: 'bo', role: 'staff-lawyer', unit: null })
  await change(async (writer) => {
    await writer.db.updateTable('person').set({ email: 'anna@example.dk' }).where('id', '=', anna).execute()
    await writer.db.updateTable('person').set({ email: 'bo@example.dk' }).where('id', '=', bo).execute()
  })
  cookies = {
    anna: await server.signIn(municipalityId, 'anna'),
    bo: await server.signIn(municipalityId, 'bo'),
  }
})
afterEach(async () => {
  await server.app.close()
  await held.close()
})
beforeAll(async () => void (mailbox = await openMailbox(new Set(['gone@example.dk']))))
afterAll(() => mailbox.close())

type Writer = Parameters<typeof notify>[0]
const change = (work: (writer: Writer) => Promise<void>) =>
  held.database.transaction(held.first.actor, async (tx) => {
    await work(await tx.recordChange({ room: 'review', act: 'test', subjectKind: 'review' }))
  })
const tell = (...notices: Notice[]) => change((writer) => notify(writer, ...notices))

async function send(now: Date, url = mailbox.url) {
  const before = mailbox.mails.length
  const transport = createSmtpTransport({ url, from: 'Tilsyn <tilsyn@example.dk>' })
  await sendMail({ database: held.database, transport, address: 'https://tilsyn.example.dk' }, now)
  transport.close()
  return mailbox.mails.slice(before)
}

async function mine(cookie: string): Promise<Notifications['notifications']> {
  const answer = await server.send('GET', '/api/notifications', { cookie })
  return answer.json<Notifications>().notifications
}

test('people see their own notifications, urgent ones first, and mark only their own as seen', async () => {
  const review = randomUUID()
  await tell(
    { to: [anna, anna, bo], kind: 'review-assigned', subjectId: review },
    { to: [anna], kind: 'critical-reported', subjectId: review },
  )
  const hers = await mine(cookies.anna)
  expect(hers.map(({ kind, seen }) => [kind, seen])).toEqual([
    ['critical-reported', false],
    ['review-assigned', false],
  ])
  const ids = hers.map(({ id }) => id)
  const seen = await server.send('POST', '/api/notifications/seen', { cookie: cookies.bo, body: { ids } })
  expect(seen.statusCode).toBe(204)
  expect((await mine(cookies.anna)).every((each) => !each.seen)).toBe(true)
  await server.send('POST', '/api/notifications/seen', {
    cookie: cookies.anna,
    body: { ids: ids.slice(0, 1) },
  })
  const count = await server.send('GET', '/api/notifications/count', { cookie: cookies.anna })
  expect(count.json()).toEqual({ unseen: 1, urgent: 0 })
})

test('the same is told once, and again only where the act says so', async () => {
  const review = randomUUID()
  for (const once of ['2026-01-12', '2026-01-12', '2026-01-13'])
    await tell({ to: [anna], kind: 'review-due', subjectId: review, once })
  await tell({ to: [anna], kind: 'round-closed' }, { to: [anna], kind: 'round-closed' })
  const kinds = (await mine(cookies.anna)).map(({ kind }) => kind)
  expect(kinds.toSorted()).toEqual(['review-due', 'review-due', 'round-closed'])
})

test('an urgent mail goes at once, day and night; the digest waits for the morning of a working day', async () => {
  await tell({ to: [anna], kind: 'critical-reported', subjectId: randomUUID() })
  for (const to of [[anna], [anna], [bo]])
    await tell({ to, kind: 'review-assigned', subjectId: randomUUID() })
  const early = await send(mondayEarly)
  expect(early.map(({ to }) => to)).toEqual([['anna@example.dk']])
  expect(early[0]?.source).toContain('En kritisk sag er meldt')
  const morning = await send(monday)
  expect(new Set(morning.flatMap(({ to }) => to))).toEqual(new Set(['anna@example.dk', 'bo@example.dk']))
  expect(morning).toHaveLength(2)
  expect(morning.map(({ source }) => source).join('\n')).toContain('2 sager til gennemgang')
  expect(await send(monday)).toEqual([])
  await tell({ to: [bo], kind: 'review-assigned', subjectId: randomUUID() })
  expect(await send(saturday)).toEqual([])
})

test('a mail names no subject, and holds the address where one signs in', async () => {
  const review = randomUUID()
  await tell({ to: [anna], kind: 'review-returned', subjectId: review })
  const [mail] = await send(monday)
  expect(mail?.source).not.toContain(review)
  expect(mail?.source).toContain('https://tilsyn.example.dk')
  expect(mail?.source).toContain('Auto-Submitted: auto-generated')
})

test('whoever has seen it, wants no digest or has no address gets no mail, but urgent ones come always', async () => {
  await tell({ to: [anna, bo], kind: 'review-assigned', subjectId: randomUUID() })
  await server.send('POST', '/api/notifications/seen', { cookie: cookies.bo, body: {} })
  const body = { digest: 'never', language: 'en' }
  await server.send('PUT', '/api/mail-preference', { cookie: cookies.anna, body })
  expect(await send(monday)).toEqual([])
  await tell({ to: [anna], kind: 'critical-overdue', subjectId: randomUUID() })
  const [urgent] = await send(monday)
  expect(urgent?.source).toContain('Subject: Urgent: sign in to Tilsyn now')
  const view = await server.send('GET', '/api/mail-preference', { cookie: cookies.anna })
  expect(view.json()).toEqual({ ...body, email: 'anna@example.dk', sending: false })
})

test('goes to the address that an administrator entered, and to none after it was taken away', async () => {
  const { municipalityId } = held.first
  await addPerson(held.database, municipalityId, { userName: 'admin', role: 'administrator', unit: null })
  const administrator = await server.signIn(municipalityId, 'admin')
  const set = (email: string | null, cookie = administrator) =>
    server.send('PUT', `/api/people/${anna}/email`, { cookie, body: { email } })
  expect((await set('ny.adresse@example.dk')).statusCode).toBe(204)
  await tell({ to: [anna], kind: 'critical-reported', subjectId: randomUUID() })
  expect((await send(monday)).map(({ to }) => to)).toEqual([['ny.adresse@example.dk']])
  for (const wrong of ['ingen adresse', 'a@b', 'x@example.dk\r\nBcc: alle@example.dk', ''])
    expect((await set(wrong)).statusCode).toBe(400)
  expect((await set('anden@example.dk', cookies.bo)).statusCode).toBe(403)
  expect((await set(null)).statusCode).toBe(204)
  await tell({ to: [anna], kind: 'critical-reported', subjectId: randomUUID() })
  expect(await send(new Date(monday.getTime() + 60 * minutes))).toEqual([])
  const { rows } = await held.superPool.query<{ row: string }>(
    `select c::text as row from change_entry c where act = 'set-email'`,
  )
  expect(rows).toHaveLength(2)
  expect(rows.map(({ row }) => row).join()).not.toContain('example.dk')
})

test('a mail server that is away costs nothing: the mail goes when it is back, under the same number', async () => {
  await tell({ to: [anna], kind: 'critical-reported', subjectId: randomUUID() })
  expect(await send(monday, 'smtp://127.0.0.1:9')).toEqual([])
  const failed = await held.database.transaction(held.first.actor, ({ reader }) =>
    reader.db.selectFrom('mail').select(['attempts', 'failure', 'sent_at', 'id']).executeTakeFirstOrThrow(),
  )
  expect(failed).toMatchObject({ attempts: 1, failure: 'ESOCKET', sent_at: null })
  expect(await send(monday)).toEqual([])
  const later = await send(new Date(monday.getTime() + 2 * minutes))
  expect(later).toHaveLength(1)
  expect(later[0]?.source).toContain(`Message-ID: <${failed.id}@example.dk>`)
})

test('an address that the mail server refuses does not keep the others from theirs', async () => {
  await change(async (writer) => {
    await writer.db.updateTable('person').set({ email: 'gone@example.dk' }).where('id', '=', anna).execute()
  })
  await tell({ to: [anna, bo], kind: 'critical-reported', subjectId: randomUUID() })
  expect((await send(monday)).map(({ to }) => to)).toEqual([['bo@example.dk']])
})

test('mails leave this machine encrypted or not at all', async () => {
  // 127.1 is the loopback address by a name that the program does not know for one; the test's server has no TLS.
  const elsewhere = createSmtpTransport({
    url: mailbox.url.replace('127.0.0.1', '127.1'),
    from: 't@example.dk',
  })
  const mail = { id: randomUUID(), to: { name: 'A', address: 'a@example.dk' }, subject: 's', text: 't' }
  const before = mailbox.mails.length
  await expect(elsewhere.send(mail)).rejects.toMatchObject({ code: 'ETLS' })
  expect(mailbox.mails).toHaveLength(before)
  elsewhere.close()
})
