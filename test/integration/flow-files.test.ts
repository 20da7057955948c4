import { readFile } from 'node:fs/promises'
import readExcelFile from 'read-excel-file/node'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { getWeekReport } from '../../src/contract/caseflow/flow-reports.ts'
import type { FlowWords } from '../../src/core/caseflow/flow/flow-words.ts'
import type { UnitId } from '../../src/storage/ids.ts'
import type { z } from 'zod'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'
import { permitWords } from '../support/permit-words.ts'
import { addPerson, addUnit, createTestServer, type TestServer } from '../support/server.ts'

let held: TestDatabase
let server: TestServer
let nord: UnitId
let syd: UnitId
const cookies: Record<string, string> = {}

// Week 23 of 2026: Monday 1 to Sunday 7 June.
const events = [
  ['A', 'notification-received', '2026-06-01T08:00+02:00', 'Nord'],
  ['A', 'notification-assessed', '2026-06-01T15:00+02:00', 'Nord'],
  ['B', 'notification-received', '2026-06-03T08:00+02:00', 'Nord'],
  ['C', 'notification-received', '2026-06-07T23:30+02:00', 'Syd'],
  ['D', 'notification-received', '2026-06-08T00:10+02:00', 'Syd'],
] as const

beforeAll(async () => {
  held = await createTestDatabase()
  server = await createTestServer(held.database)
  const { municipalityId } = held.first
  nord = await addUnit(held.database, municipalityId, 'Nord')
  syd = await addUnit(held.database, municipalityId, 'Syd')
  for (const [userName, role, unit] of [
    ['adm', 'administrator', null],
    ['dir', 'director', null],
    ['leder', 'area-manager', nord],
    ['anna', 'caseworker', nord],
  ] as const) {
    await addPerson(held.database, municipalityId, { userName, role, unit })
    cookies[userName] = await server.signIn(municipalityId, userName)
  }
  const delivered = await server.send('POST', '/api/caseflow/events', {
    cookie: cookies['adm'] ?? '',
    body: {
      source: 'fagsystem',
      events: events.map(([caseId, kind, time, unit], n) => ({ id: `e${n}`, caseId, kind, time, unit })),
    },
  })
  if (delivered.statusCode !== 200) throw new Error(delivered.body)
})
afterAll(async () => {
  await server.app.close()
  await held.close()
})

const file = (who: string, address: string) =>
  server.send('GET', `/api/caseflow/${address}`, { cookie: cookies[who] ?? '' })

describe('the weekly report as a file', () => {
  test('is a tagged PDF, a workbook with the numbers of the page, a text document or a web page', async () => {
    const pdf = await file('dir', 'weeks/2026-W23/file?format=pdf&lang=da')
    expect(pdf.statusCode).toBe(200)
    expect(pdf.headers['content-type']).toBe('application/pdf')
    expect(pdf.headers['content-disposition']).toContain('ugerapport-2026-W23-da.pdf')
    expect(pdf.rawPayload.toString('latin1')).toMatch(/pdfuaid:part>1</)
    const page = await server.send('GET', '/api/caseflow/weeks/2026-W23', { cookie: cookies['dir'] ?? '' })
    const { figures } = page.json<z.output<(typeof getWeekReport)['response']>>()
    expect(figures.received).toEqual({ total: 3, onNew: 3, onKnown: 0 })
    const book = await file('dir', 'weeks/2026-W23/file?format=xlsx&lang=da')
    const sheets = await readExcelFile(book.rawPayload)
    expect(sheets[1]?.data.slice(2)).toEqual([
      // In the last column what each number is looked up by.
      ['På nye sager', 3, expect.stringContaining('received.onNew')],
      ['På kendte sager', 0, expect.stringContaining('received.onKnown')],
      ['I alt', 3, expect.stringContaining('received.total')],
    ])
    const web = await file('dir', 'weeks/2026-W23/file?format=html&lang=en')
    expect(web.body).toContain('3 new notifications')
    expect((await file('dir', 'weeks/2026-W23/file?format=docx&lang=en')).statusCode).toBe(200)
  })

  test('is the unit’s own beside the municipality for its manager, and never another unit’s', async () => {
    const own = await file('leder', `weeks/2026-W23/file?format=html&lang=da&unit=${nord}`)
    expect(own.headers['content-disposition']).toContain('ugerapport-2026-W23-Nord-da.html')
    expect(own.body).toMatch(/I alt<\/th><td class="end">2<\/td><td class="end">3</)
    const other = await file('leder', `weeks/2026-W23/file?format=pdf&lang=da&unit=${syd}`)
    expect(other.statusCode).toBe(403)
    const whole = await file('leder', 'weeks/2026-W23/file?format=html&lang=da')
    expect(whole.body).toContain('>Nord<')
    expect(whole.body).not.toContain('>Syd<')
    expect((await file('anna', 'weeks/2026-W23/file?format=pdf&lang=da')).statusCode).toBe(403)
  })

  test('refuses weeks that do not exist or have not begun, and formats there are none of', async () => {
    expect((await file('dir', 'weeks/2025-W53/file?format=pdf&lang=da')).statusCode).toBe(400)
    expect((await file('dir', 'weeks/2099-W01/file?format=pdf&lang=da')).statusCode).toBe(404)
    expect((await file('dir', 'weeks/2026-W23/file?format=exe&lang=da')).statusCode).toBe(400)
  })

  test('leaves an access entry with what was downloaded', async () => {
    await file('leder', `weeks/2026-W22/file?format=xlsx&lang=en&unit=${nord}`)
    const { rows } = await held.superPool.query<{ detail: unknown }>(
      `select detail from access_entry where act = 'download-week-report' and subject_id = '2026-W22'`,
    )
    expect(rows).toEqual([{ detail: { format: 'xlsx', lang: 'en', unit: nord } }])
  })
})

test('the monthly report comes as a file too', async () => {
  const pdf = await file('dir', 'months/2026-06/file?format=pdf&lang=en')
  expect(pdf.statusCode).toBe(200)
  expect(pdf.headers['content-disposition']).toContain('monthly-report-2026-06-en.pdf')
  const web = await file('leder', `months/2026-06/file?format=html&lang=da&unit=${nord}`)
  expect(web.body).toContain('Månedsrapport, juni 2026')
})

test('the report and its cases have the words of the newest rules as soon as these are published', async () => {
  const read = async (address: string) =>
    (await file('dir', address)).json<{ readonly words: FlowWords }>().words.received.many
  const before = await file('dir', 'weeks/2026-W23/file?format=html&lang=en')
  expect(before.body).toContain('Notifications received in the week')
  const law = await readFile(new URL('../../programmes/deadlines-barnets-lov.yaml', import.meta.url), 'utf8')
  const version = Number(/^version: (\d+)$/mu.exec(law)?.[1])
  const text = law
    .replace(/^version: .*$/mu, `version: ${version + 1}`)
    .replace('\nflow:\n', `\nflow:\n${permitWords}`)
  const published = await server.send('POST', '/api/caseflow/rules', {
    cookie: cookies['adm'] ?? '',
    body: { candidate: { file: 'ord.yaml', text }, reason: 'Prøve af egne ord' },
  })
  expect(published.statusCode).toBe(200)
  const many = { da: 'ansøgninger', en: 'applications' }
  expect(await read('weeks/2026-W23')).toEqual(many)
  expect(await read('weeks/2026-W23/cases?figure=received')).toEqual(many)
  const after = await file('dir', 'weeks/2026-W23/file?format=html&lang=en')
  expect(after.body).toContain('Applications received in the week')
  expect(after.body).not.toContain('Notifications received in the week')
})
