import { zipSync } from 'fflate'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { z } from 'zod'
import type { previewImport, Preview } from '../../src/contract/registry/imports.ts'
import { openCprVault } from '../../src/app/registry/personal-key.ts'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'
import { addPerson, addUnit, createTestServer, type TestServer } from '../support/server.ts'

const head = 'case_id;stage;unit;caseworker;started;completed'
const good = ['A1;plan;Nord;anna;2026-01-02;2026-02-03', 'A2;plan;Nord;NN;2026-01-05;']

let held: TestDatabase
let server: TestServer
let cookie: string

beforeAll(async () => {
  held = await createTestDatabase()
  server = await createTestServer(held.database)
  await addPerson(held.database, held.first.municipalityId, { userName: 'anna', role: 'administrator' })
  await addPerson(held.database, held.first.municipalityId, { userName: 'jura', role: 'staff-lawyer' })
  await addPerson(held.database, held.second.municipalityId, { userName: 'bo', role: 'administrator' })
  await addUnit(held.database, held.first.municipalityId, 'Nord')
  cookie = await server.signIn(held.first.municipalityId, 'anna')
})
afterAll(async () => {
  await server.app.close()
  await held.close()
})
beforeEach(async () => {
  await held.superPool.query(
    'truncate import_source, import_batch, import_row, case_stage, child, case_stage_participant, case_stage_version cascade',
  )
})

interface Sent {
  readonly source?: string
  readonly name?: string
  readonly mapping?: unknown
  readonly cookie?: string
}

async function upload(content: string | Buffer, sent: Sent = {}) {
  const form = new FormData()
  form.set('source', sent.source ?? 'prøve')
  if (sent.mapping !== undefined) form.set('mapping', JSON.stringify(sent.mapping))
  form.set('file', new File([new Uint8Array(Buffer.from(content))], sent.name ?? 'fil.csv'))
  const request = new Request('http://localhost', { method: 'POST', body: form })
  return server.app.inject({
    method: 'POST',
    url: '/api/registry/previews',
    headers: {
      origin: 'http://localhost',
      cookie: sent.cookie ?? cookie,
      'content-type': request.headers.get('content-type') ?? '',
    },
    payload: Buffer.from(await request.arrayBuffer()),
  })
}

async function preview(rows: readonly string[], sent: Sent = {}, header = head): Promise<Preview> {
  const answer = await upload([header, ...rows].join('\r\n'), sent)
  if (answer.statusCode !== 200) throw new Error(answer.body)
  const value = answer.json<z.output<(typeof previewImport)['response']>>()
  if (value.kind !== 'preview') throw new Error(answer.body)
  return value.preview
}

/** A workbook of one sheet whose cells hold the text as XML. */
function workbook(rows: readonly (readonly string[])[]): Buffer {
  const cells = (row: readonly string[], line: number) =>
    row.map((xml, at) => `<c r="${'ABCDEFG'[at]}${line}" t="inlineStr"><is><t>${xml}</t></is></c>`)
  const data = rows.map((row, at) => `<row r="${at + 1}">${cells(row, at + 1).join('')}</row>`).join('')
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
  const relations = 'http://schemas.openxmlformats.org/package/2006/relationships'
  const files = {
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="a" sheetId="1" r:id="r1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${relations}"><Relationship Id="r1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    'xl/sharedStrings.xml': `<sst xmlns="${main}"/>`,
    'xl/styles.xml': `<styleSheet xmlns="${main}"/>`,
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${main}"><sheetData>${data}</sheetData></worksheet>`,
  }
  const bytes = Object.entries(files).map(([name, text]) => [name, new TextEncoder().encode(text)] as const)
  return Buffer.from(zipSync(Object.fromEntries(bytes)))
}

function confirm(id: string, withoutRefused = false, as = cookie) {
  const url = `/api/registry/previews/${id}/confirmation`
  return server.send('POST', url, { cookie: as, body: { withoutRefused } })
}

async function imported(rows: readonly string[], sent: Sent = {}, header = head): Promise<void> {
  const answer = await confirm((await preview(rows, sent, header)).batch.id)
  if (answer.statusCode !== 200) throw new Error(answer.body)
}

async function countOf(table: string): Promise<number> {
  const { rows } = await held.superPool.query<{ n: number }>(`select count(*)::int as n from ${table}`)
  return rows[0]?.n ?? -1
}

describe('a preview', () => {
  test('survives characters that cannot be stored, in whatever form they come', async () => {
    const text = [head, 'A1;plan;Nord;an\u0000na;2026-01-02;2026-02-03'].join('\n')
    const utf16 = Buffer.from(`\ufeff${text}`, 'utf16le')
    for (const bytes of [utf16, Buffer.from(utf16).swap16(), Buffer.from(text)]) {
      const answer = await upload(bytes)
      expect([answer.statusCode, answer.json()]).toMatchObject([422, { problems: [{ code: 'not-text' }] }])
    }
    const row = ['A1', 'plan', 'Nord', 'anna', '2026-01-02', '2026-02-03', 'x']
    const sound = await upload(workbook([head.split(';'), row.slice(0, 6)]), { name: 'fil.xlsx' })
    expect(sound.json()).toMatchObject({ preview: { batch: { counts: { new: 1 } } } })
    for (const xml of ['a&#0;b', 'a&#xD800;b', 'a_x0000_b']) {
      for (const rows of [
        [[...head.split(';'), 'note'], row.with(6, xml)],
        [[...head.split(';'), 'note'], row.with(0, xml)],
        [[...head.split(';'), xml], row],
      ]) {
        const { statusCode } = await upload(workbook(rows), { name: 'fil.xlsx' })
        expect([xml, statusCode < 500]).toEqual([xml, true])
      }
    }
    const named = await upload([head, ...good].join('\n'), { name: 'a\u0000b.csv' })
    expect(named.json()).toMatchObject({ preview: { batch: { fileName: 'ab.csv' } } })
  })

  test('tells what is new and writes nothing to the registry', async () => {
    const { batch, sample } = await preview(good)
    expect(batch).toMatchObject({
      state: 'previewed',
      counts: { rows: 2, new: 2, changed: 0, unchanged: 0, refused: 0, open: 1 },
    })
    expect(sample[0]).toMatchObject({ caseId: 'A1', unit: 'Nord', completed: '2026-02-03' })
    expect(await countOf('case_stage')).toBe(0)
  })

  test('places every problem in the file and names the units that are known', async () => {
    const { batch, refused } = await preview([
      ...good,
      'A3;plan;Syd;NN;2026-01-02;2026-01-03',
      'A4;plan;Nord;NN;2026-02-30;2026-03-01',
      'A5;plan;Nord;NN;2026-03-02;2026-03-01',
      'A1;plan;Nord;NN;2026-01-02;2026-01-03',
      'A6;plan;Nord',
    ])
    expect(batch.counts).toMatchObject({ new: 2, refused: 5 })
    const places = refused.map(({ line, problems: [first] }) => [line, first?.at?.column, first?.code])
    expect(places).toEqual([
      [4, 'unit', 'unknown-name'],
      [5, 'started', 'no-such-date'],
      [6, 'completed', 'end-before-start'],
      [7, 'case_id', 'duplicate-case'],
      [8, undefined, 'ragged-row'],
    ])
    expect(refused[0]?.problems[0]?.text.da).toContain('Nord')
  })

  test('asks which column is which when they cannot be guessed, and reads the file when it is told', async () => {
    const header = 'Nummer;Hvad;Enhed;Hvem;Fra;Til'
    const answer = await upload([header, ...good].join('\n'))
    expect(answer.json()).toMatchObject({
      kind: 'unmatched',
      columns: header.split(';'),
      mapping: { unit: 'Enhed' },
    })
    expect(await countOf('import_source')).toBe(0)
    const mapping = { case_id: 'Nummer', stage: 'Hvad', caseworker: 'Hvem', started: 'Fra', completed: 'Til' }
    await imported(good, { mapping }, header)
    // The source remembers: the same columns need no mapping the next time.
    expect((await preview(good, {}, header)).batch.counts.unchanged).toBe(2)
  })

  test('refuses files that cannot be used, and leaves nothing behind', async () => {
    const many = Array.from({ length: 6000 }, (_, i) => `B${i};plan;Nord;NN;2026-01-02;2026-01-03`)
    const unsure = `${head}\nC1;plan;Nord;NN;2026-04-01;05/04/2026`
    const files = ['', head, 'PK\u0003\u0004', [head, ...many, '"aldrig lukket;'].join('\n'), unsure]
    for (const file of files) {
      const answer = await upload(file)
      expect(answer.statusCode).toBe(422)
      expect(answer.json()).toMatchObject({ code: 'unusable-file', problems: [{ file: 'fil.csv' }] })
    }
    // A workbook that was cut off, and one that unpacks to more than is read.
    const space = new Uint8Array(301_000_000)
    const bomb = zipSync({ 'xl/worksheets/sheet1.xml': [space, { level: 1 }] })
    for (const [bytes, code] of [
      [bomb.subarray(0, 100_000), 'workbook-unreadable'],
      [bomb, 'workbook-too-large'],
    ] as const) {
      const answer = await upload(Buffer.from(bytes), { name: 'fil.xlsx' })
      expect(answer.statusCode).toBe(422)
      expect(answer.json()).toMatchObject({ problems: [{ code, file: 'fil.xlsx' }] })
    }
    expect([await countOf('import_batch'), await countOf('import_row')]).toEqual([0, 0])
  })

  test('takes the place of an earlier one of the same source', async () => {
    const first = await preview(good)
    await preview(good)
    expect((await confirm(first.batch.id)).json()).toMatchObject({ code: 'preview-closed' })
    expect(await countOf('import_row')).toBe(2)
  })
})

describe('a confirmed import', () => {
  test('writes case stages with who was responsible, and forgets its rows', async () => {
    await imported(good)
    const { rows } = await held.superPool.query(
      'select c.case_id, c.completed::text, p.caseworker, p.part, p.person_id is not null as known from case_stage c join case_stage_participant p on p.case_stage_id = c.id order by 1',
    )
    expect(rows).toEqual([
      { case_id: 'A1', completed: '2026-02-03', caseworker: 'anna', part: 'responsible', known: true },
      { case_id: 'A2', completed: null, caseworker: 'NN', part: 'responsible', known: false },
    ])
    expect(await countOf('import_row')).toBe(0)
  })

  test('changes nothing the second time, and says so', async () => {
    const header = `${head};barn;cpr;deltagere;alder`
    const rows = ['A1;plan;Nord;NN;2026-01-02;;B7;010117-4000;bo, ida;9']
    await imported(rows, {}, header)
    const again = await preview(rows, {}, header)
    expect(again).toMatchObject({
      importedBefore: true,
      batch: { counts: { unchanged: 1, new: 0, changed: 0 } },
    })
  })

  test('keeps what a changed case stage said before', async () => {
    await imported(good)
    const changedRow = 'A2;plan;Nord;ida;2026-01-05;2026-04-01'
    const { changed, batch } = await preview([good[0] ?? '', changedRow])
    expect(batch.counts).toMatchObject({ changed: 1, unchanged: 1 })
    const difference = { caseworker: ['NN', 'ida'], completed: [null, '2026-04-01'] }
    expect(changed).toEqual([{ line: 3, caseId: 'A2', stage: 'plan', difference }])
    expect((await confirm(batch.id)).statusCode).toBe(200)
    const { rows } = await held.superPool.query<{ version: number; content: unknown }>(
      'select version, content from case_stage_version',
    )
    expect(rows).toEqual([{ version: 1, content: { caseworker: 'NN', completed: null } }])
    // Who was responsible before took part, and so may not review.
    const people = await held.superPool.query<{ caseworker: string }>(
      "select p.caseworker from case_stage_participant p join case_stage c on c.id = p.case_stage_id where c.case_id = 'A2' order by 1",
    )
    expect(people.rows.map(({ caseworker }) => caseworker)).toEqual(['NN', 'ida'])
  })

  test('leaves out refused rows only by choice', async () => {
    const { batch } = await preview([...good, 'A3;plan;Syd;NN;2026-01-02;'])
    const first = await confirm(batch.id)
    expect([first.statusCode, first.json<{ code: string }>().code]).toEqual([409, 'rows-refused'])
    expect(await countOf('case_stage')).toBe(0)
    expect((await confirm(batch.id, true)).statusCode).toBe(200)
    expect(await countOf('case_stage')).toBe(2)
  })

  test('is refused when the registry has changed since the file was read', async () => {
    const stale = await preview(good, { source: 'én' })
    await imported(good, { source: 'to' })
    expect((await confirm(stale.batch.id)).json()).toMatchObject({ code: 'preview-stale' })
  })
})

describe('CPR numbers', () => {
  const header = `${head};cpr;note`

  test('are nowhere in the clear: not in tables, answers or logs', async () => {
    const rows = [
      'A1;plan;Nord;NN;2026-01-02;;010117-4000;x',
      'A2;plan;Nord;NN;2026-01-02;;0101174000;se 010117-4000',
      'A3;plan;010117-4000;NN;2026-01-02;;;x',
      'A4;plan;Nord;NN;2026-01-02;;311299999;x',
    ]
    const answer = await upload([header, ...rows].join('\n'), { name: '010117-4000.csv' })
    const { preview: read } = answer.json<{ preview: Preview }>()
    expect(read.refused.map(({ line }) => line)).toEqual([3, 4, 5])
    const clear = /010117-?4000|311299999/
    expect(answer.body).not.toMatch(clear)
    const staged = await held.superPool.query<{ row: string }>('select i::text as row from import_row i')
    await confirm(read.batch.id, true)
    const stored = await held.superPool.query<{ row: string }>(
      'select to_jsonb(c)::text || to_jsonb(s)::text as row from child c, case_stage s',
    )
    const logged = await held.superPool.query<{ row: string }>(
      'select e::text as row from change_entry e union all select a::text from access_entry a union all select b::text from import_batch b',
    )
    const everything = [...staged.rows, ...stored.rows, ...logged.rows].map(({ row }) => row).join()
    expect(everything + server.log.join('')).not.toMatch(clear)
    const { rows: children } = await held.superPool.query<{ cpr_hash: Buffer; cpr_encrypted: Buffer }>(
      'select cpr_hash, cpr_encrypted from child',
    )
    const key = { bytes: Buffer.alloc(32, 5) }
    const vault = openCprVault(key, held.first.municipalityId)
    expect(children.map((child) => vault.decrypt(child.cpr_encrypted))).toEqual(['0101174000'])
    expect(children[0]?.cpr_hash).toEqual(vault.hash('0101174000'))
    expect(openCprVault(key, held.second.municipalityId).hash('0101174000')).not.toEqual(
      children[0]?.cpr_hash,
    )
  })

  test('may not stand in a column of another name', async () => {
    const answer = await upload(`${head};Mors CPR\n${good[0]};010117-4000`)
    expect(answer.json()).toMatchObject({ kind: 'unmatched', problems: [{ code: 'cpr-not-mapped' }] })
  })
})

describe('who', () => {
  test('only an administrator of the same municipality sees or confirms a preview', async () => {
    const { batch } = await preview(good)
    const url = `/api/registry/previews/${batch.id}`
    const lawyer = await server.signIn(held.first.municipalityId, 'jura')
    const foreign = await server.signIn(held.second.municipalityId, 'bo')
    expect((await server.send('GET', url, { cookie: lawyer })).statusCode).toBe(403)
    expect((await upload(head, { cookie: lawyer })).statusCode).toBe(403)
    expect((await server.send('GET', url, { cookie: foreign })).statusCode).toBe(404)
    expect((await confirm(batch.id, false, foreign)).statusCode).toBe(404)
    expect((await server.send('DELETE', url, { cookie: foreign })).statusCode).toBe(404)
    expect((await upload([head, ...good].join('\n'), { cookie: foreign })).json()).toMatchObject({
      code: 'no-units',
    })
    expect((await server.send('DELETE', url, { cookie })).statusCode).toBe(204)
    expect(await countOf('import_row')).toBe(0)
  })

  test('every preview, look and confirmation is on record', async () => {
    const { batch } = await preview(good)
    await confirm(batch.id)
    const { rows } = await held.superPool.query<{ act: string }>(
      'select act from change_entry where subject_id = $1 union all select act from access_entry where subject_id = $1 order by 1',
      [batch.id],
    )
    expect(rows.map(({ act }) => act)).toEqual(['confirm-import', 'preview-import', 'read-import-preview'])
  })
})

describe('a large file', () => {
  test('is refused with the limit named', async () => {
    const answer = await upload(Buffer.alloc(65_000_000, 'x'))
    expect(answer.statusCode).toBe(413)
    expect(answer.body).toContain('64 MB')
  })

  test('does not keep the server from answering others', async () => {
    const rows = Array.from({ length: 30_000 }, (_, i) => `C${i};plan;Nord;NN;2026-01-02;2026-01-03`)
    const state = { done: false }
    const reading = preview(rows).finally(() => (state.done = true))
    let answered = 0
    while (!state.done) {
      expect((await server.send('GET', '/api/health')).statusCode).toBe(200)
      answered += 1
    }
    expect((await reading).batch.counts.new).toBe(30_000)
    expect(answered).toBeGreaterThan(20)
  })
})
