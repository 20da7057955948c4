import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { tellOfReports } from '../../src/app/caseflow/flow-subscription/tell-of-reports.ts'
import { sendMail } from '../../src/app/notification/send-mail.ts'
import { createSmtpTransport } from '../../src/boot/smtp-transport.ts'
import type { PersonId, UnitId } from '../../src/storage/ids.ts'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'
import { openMailbox, type Mailbox } from '../support/mailbox.ts'
import { addPerson, addUnit, createTestServer, type TestServer } from '../support/server.ts'

let held: TestDatabase
let server: TestServer
let mailbox: Mailbox
let leder: PersonId
let nord: UnitId
let cookies: Record<'leder' | 'dir' | 'adm' | 'anna', string>

const day = 86_400_000

beforeAll(async () => void (mailbox = await openMailbox(new Set(['gone@example.dk']))))
afterAll(() => mailbox.close())
beforeEach(async () => {
  held = await createTestDatabase()
  server = await createTestServer(held.database)
  const { municipalityId } = held.first
  nord = await addUnit(held.database, municipalityId, 'Center Nord')
  leder = await addPerson(held.database, municipalityId, {
    userName: 'leder',
    role: 'area-manager',
    unit: nord,
  })
  await addPerson(held.database, municipalityId, { userName: 'dir', role: 'director', unit: null })
  await addPerson(held.database, municipalityId, { userName: 'adm', role: 'administrator', unit: null })
  await addPerson(held.database, municipalityId, { userName: 'anna', role: 'caseworker', unit: nord })
  await held.superPool.query(`update person set email = lower(initials) || '@example.dk'`)
  const signIn = (userName: string) => server.signIn(municipalityId, userName)
  cookies = {
    leder: await signIn('leder'),
    dir: await signIn('dir'),
    adm: await signIn('adm'),
    anna: await signIn('anna'),
  }
})
afterEach(async () => {
  await server.app.close()
  await held.close()
})

const subscribe = (who: keyof typeof cookies, rhythm: 'week' | 'month', scope: string | null) =>
  server.send('PUT', `/api/caseflow/subscription/${rhythm}`, { cookie: cookies[who], body: { scope } })

/** Tells of reports and sends what waits, as the server does every half minute; the mails it makes. */
async function run(now: Date) {
  const before = mailbox.mails.length
  const transport = createSmtpTransport({ url: mailbox.url, from: 'Tilsyn <tilsyn@example.dk>' })
  await tellOfReports(held.database, now)
  await sendMail({ database: held.database, transport, address: 'https://tilsyn.example.dk' }, now)
  transport.close()
  return mailbox.mails.slice(before)
}

/** The Monday after next, so that whoever subscribed today did so before it; 07:30 or 06:30 in UTC. */
function mondayMorning(): Date {
  const soon = new Date(Date.now() + 8 * day)
  const monday = new Date(soon.getTime() + ((8 - (soon.getUTCDay() || 7)) % 7) * day)
  return new Date(`${monday.toISOString().slice(0, 10)}T06:30:00Z`)
}

/** A mail's text as a reader sees it. */
const plain = (source = '') =>
  Buffer.from(
    source
      .replaceAll(/=\r?\n/g, '')
      .replaceAll(/=([0-9A-F]{2})/g, (_, hex) => String.fromCodePoint(Number.parseInt(hex, 16))),
    'latin1',
  ).toString()

describe('telling of a report by mail', () => {
  test('leads to the report of one’s own unit, and holds no case, no figure and no child', async () => {
    expect((await subscribe('leder', 'week', 'own-units')).statusCode).toBe(204)
    const [mail, ...more] = await run(mondayMorning())
    expect(more).toEqual([])
    expect(mail?.to).toEqual(['leder@example.dk'])
    const text = plain(mail?.source)
    expect(text).toMatch(
      new RegExp(`Center Nord: https://tilsyn.example.dk/caseflow/week/\\d{4}-W\\d{2}\\?unit=${nord}`),
    )
    const body = text.slice(text.indexOf('\r\n\r\n'))
    // Numbers of the mail: the week, its days and the link; nothing else.
    const rest = body.replaceAll(/https:\S+/g, '').replace(/uge \d+, \d{4} \([^)]*\)/, '')
    expect(rest).not.toMatch(/\d/)
    expect(rest).toContain('nævner af hensyn til børnene hverken sager eller tal')
  })

  test('happens once a person and week, also after a restart and with two servers at once', async () => {
    await subscribe('leder', 'week', 'own-units')
    await subscribe('dir', 'week', 'municipality')
    const monday = mondayMorning()
    const before = mailbox.mails.length
    await Promise.all([run(monday), run(monday)])
    const now = mailbox.mails.slice(before).flatMap(({ to }) => to)
    expect(now.toSorted()).toEqual(['dir@example.dk', 'leder@example.dk'])
    expect(await run(new Date(monday.getTime() + 6 * 3_600_000))).toEqual([])
    expect(await run(new Date(monday.getTime() + 3 * day))).toEqual([])
    expect(await run(new Date(monday.getTime() + 7 * day))).toHaveLength(2)
  })

  test('waits for the morning, and comes later where the server was away', async () => {
    await subscribe('dir', 'week', 'municipality')
    const monday = mondayMorning()
    const early = new Date(monday.getTime() - 2 * 3_600_000)
    // At 5:30 the week before is still the newest that is told of: it is told now, and not again.
    const before = await run(early)
    expect(before).toHaveLength(1)
    const wednesday = await run(new Date(monday.getTime() + 2 * day))
    expect(wednesday).toHaveLength(1)
    expect(plain(wednesday[0]?.source)).not.toEqual(plain(before[0]?.source))
  })

  test('does not tell of what was there before one subscribed', async () => {
    await subscribe('dir', 'week', 'municipality')
    await subscribe('dir', 'month', 'municipality')
    expect(await run(new Date())).toEqual([])
  })

  test('tells of the month on its first working day, in the language one chose', async () => {
    const body = { digest: 'never', language: 'en' }
    await server.send('PUT', '/api/mail-preference', { cookie: cookies.dir, body })
    await subscribe('dir', 'month', 'municipality')
    const later = new Date(Date.now() + 40 * day)
    const [mail] = await run(new Date(Date.UTC(later.getUTCFullYear(), later.getUTCMonth(), 28, 12)))
    expect(plain(mail?.source)).toMatch(
      /The whole municipality: https:\/\/tilsyn.example.dk\/caseflow\/month\/\d{4}-\d{2}\?unit=all/,
    )
    expect(mail?.source).toContain('Subject: Tilsyn: the monthly report for ')
  })

  test('stops when the person stops it, or the role ends, also for a mail that still waits', async () => {
    await subscribe('leder', 'week', 'own-units')
    await subscribe('dir', 'week', 'municipality')
    await subscribe('dir', 'week', null)
    const monday = mondayMorning()
    await held.superPool.query(`update role_assignment set valid_to = $2 where person_id = $1`, [
      leder,
      new Date(monday.getTime() - day).toISOString().slice(0, 10),
    ])
    expect(await run(monday)).toEqual([])
    await held.superPool.query(`update role_assignment set valid_to = null where person_id = $1`, [leder])
    await tellOfReports(held.database, monday)
    await held.superPool.query(`update role_assignment set valid_to = $2 where person_id = $1`, [
      leder,
      new Date(monday.getTime() - day).toISOString().slice(0, 10),
    ])
    expect(await run(monday)).toEqual([])
    const { rows } = await held.superPool.query<{ failure: string; sent_at: Date | null }>(
      `select failure, sent_at from mail`,
    )
    expect(rows).toEqual([{ failure: 'not-permitted', sent_at: null }])
  })

  test('is tried again where the mail server refuses', async () => {
    await subscribe('dir', 'week', 'municipality')
    await held.superPool.query(`update person set email = 'gone@example.dk' where initials = 'dir'`)
    const monday = mondayMorning()
    expect(await run(monday)).toEqual([])
    await held.superPool.query(`update person set email = 'dir@example.dk' where initials = 'dir'`)
    expect(await run(new Date(monday.getTime() + 3_600_000))).toHaveLength(1)
  })
})

describe('choosing to be told', () => {
  test('is open to those who may read the report, of their own units only where they have some', async () => {
    expect((await subscribe('anna', 'week', 'municipality')).statusCode).toBe(403)
    expect((await subscribe('dir', 'week', 'own-units')).statusCode).toBe(403)
    await subscribe('leder', 'week', 'own-units')
    await subscribe('leder', 'week', 'municipality')
    const mine = await server.send('GET', '/api/caseflow/subscription', { cookie: cookies.leder })
    expect(mine.json()).toEqual({
      week: 'municipality',
      month: null,
      units: ['Center Nord'],
      email: 'leder@example.dk',
      sending: false,
    })
  })

  test('is seen by administrators alone, with whether mails can still come', async () => {
    await subscribe('leder', 'week', 'own-units')
    await held.superPool.query(`update person set email = null where initials = 'leder'`)
    const seen = await server.send('GET', '/api/caseflow/subscribers', { cookie: cookies.adm })
    expect(seen.json()).toMatchObject({
      subscribers: [{ rhythm: 'week', scope: 'own-units', reachable: false, permitted: true }],
    })
    expect((await server.send('GET', '/api/caseflow/subscribers', { cookie: cookies.dir })).statusCode).toBe(
      403,
    )
    const { rows } = await held.superPool.query<{ act: string }>(
      `select act from change_entry where act like '%report-mail'`,
    )
    expect(rows.map(({ act }) => act)).toEqual(['choose-report-mail'])
  })

  test('stays within the municipality', async () => {
    const other = held.second.municipalityId
    await addPerson(held.database, other, { userName: 'fremmed', role: 'administrator', unit: null })
    const cookie = await server.signIn(other, 'fremmed')
    await subscribe('leder', 'week', 'own-units')
    const seen = await server.send('GET', '/api/caseflow/subscribers', { cookie })
    expect(seen.json()).toEqual({ subscribers: [] })
  })
})
