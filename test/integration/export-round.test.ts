import { strFromU8, unzipSync } from 'fflate'
import { readSheet } from 'read-excel-file/node'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Differences } from '../../src/contract/review/differences.ts'
import { allAnswerTypes } from '../support/all-answer-types.ts'
import { findCode, ReviewCast } from '../support/review-cast.ts'

let cast: ReviewCast
const url = () => `/api/rounds/${cast.round.key}/data`
const get = (who: string, query = '?format=csv&lang=da') => cast.as(who).send('GET', `${url()}${query}`)

const low = {
  'A-1': { answer: 'yes' },
  'A-2': { value: '2' },
  'A-3': { value: '2.5' },
  'A-4': { value: '2023-11-03' },
  'A-5': { value: '=HYPERLINK("http://farlig")' },
}

async function answer(
  who: string,
  review: string,
  high: Readonly<Record<string, object>> = {},
): Promise<void> {
  for (const [question, given] of Object.entries({ ...low, ...high })) {
    const body = {
      answer: null,
      comment: 'Set af Prøve leder',
      evidenceReference: null,
      evidenceDate: null,
      version: 0,
    }
    const at = `/api/reviews/${review}/answers/${question}`
    const saved = await cast.as(who).send('PUT', at, { body: { ...body, ...given } })
    if (saved.statusCode !== 200) throw new Error(saved.body)
  }
  const submitted = await cast.as(who).submit(review)
  if (submitted.statusCode !== 200) throw new Error(submitted.body)
}

beforeAll(async () => {
  cast = await ReviewCast.create({ source: allAnswerTypes, levels: [1, 2] })
  const { review } = await cast.newCase({ by: 'sagsbehandler' })
  await answer('leder', review(1))
  await answer('chef', review(2), {
    'A-2': { value: '3' },
    'A-6': { value: '1', overrideReason: 'Prøve leder har ret' },
  })
  const at = `/api/reviews/${review(2)}/differences/A-2`
  const proposal = { body: { reason: 'law', consensus: '2', note: 'Se vejledningen', seen: 0 } }
  await cast.as('chef').send('POST', `${at}/proposal`, proposal)
  const { rows } = await cast.as('chef').get<Differences>(`/api/reviews/${review(2)}/differences`)
  const id = rows.find(({ question }) => question === 'A-2')?.proposal?.id ?? 0
  const reply = { body: { agreed: true, note: null, proposal: id } }
  await cast.as('leder').send('POST', `${at}/reply`, reply)
}, 60_000)
afterAll(() => cast.close())

test('is refused while the round is open, and to whoever may not see every case of it', async () => {
  expect(findCode(await get('admin'))).toBe('round-not-closed')
  await cast.rows(`update round set state = 'closed', closed_at = now()`)
  for (const who of ['leder', 'chef', 'sagsbehandler', 'direktør'])
    expect([who, findCode(await get(who))]).toEqual([who, 'not-permitted'])
  expect(findCode(await get('fremmed'))).toBe('not-found')
})

test('holds every answer, its distribution and the common answers as tables, and is on record', async () => {
  await cast.rows(`update round set state = 'closed', closed_at = now()`)
  const made = await get('stab')
  expect([made.statusCode, made.headers['content-type']]).toEqual([200, 'application/zip'])
  const files = Object.fromEntries(
    Object.entries(unzipSync(new Uint8Array(made.rawPayload))).map(([name, bytes]) => [
      name,
      strFromU8(bytes),
    ]),
  )
  expect(Object.keys(files).toSorted()).toEqual([
    'answers.csv',
    'consensus.csv',
    'distribution.csv',
    'om-filen.txt',
    'values.csv',
  ])
  const where = '2023q4;E-1;underretning;Nord'
  expect(files['answers.csv']).toContain(`${where};1;A-1;ja;1.1;\r\n${where};2;A-1;ja;1.1;\r\n`)
  expect(files['values.csv']).toContain(`${where};2;A-2;1.2;graded;3;Grundig;;;\r\n`)
  expect(files['values.csv']).toContain(`${where};2;A-6;2.1;graded;1;Ikke god nok;2;ja;\r\n`)
  expect(files['values.csv']).toContain(`${where};1;A-3;1.3;number;2,5;`)
  expect(files['values.csv']).toContain(`;"'=HYPERLINK(""http://farlig"")";`)
  expect(files['consensus.csv']).toContain(`${where};2;1;A-2;1.2;3;2;2;Tilstrækkelig;law\r\n`)
  expect(files['distribution.csv']).toContain(
    ';2;underretning;A-2;1.2;Hvor grundig er vurderingen?;3;Grundig;1;1\r\n',
  )
  const all = Object.values(files).join('\n')
  for (const person of ['Prøve', 'SB1', 'leder', 'sagsbehandler', 'vejledningen'])
    expect([person, all.includes(person)]).toEqual([person, false])
  const logged = await cast.rows<{ act: string }>(`select act from access_entry where act = 'export-round'`)
  expect(logged).toHaveLength(1)
})

test('is a workbook too, in which no cell is a formula', async () => {
  await cast.rows(`update round set state = 'closed', closed_at = now()`)
  const made = await get('admin', '?format=xlsx&lang=en')
  expect(made.statusCode).toBe(200)
  const rows = await readSheet(made.rawPayload, 'values')
  expect(rows.filter((row) => row[5] === 'A-5').map((row) => row[8])).toEqual([
    `'=HYPERLINK("http://farlig")`,
    `'=HYPERLINK("http://farlig")`,
  ])
  const parts = Object.entries(unzipSync(new Uint8Array(made.rawPayload)))
  for (const [name, bytes] of parts) expect([name, strFromU8(bytes).includes('<f>')]).toEqual([name, false])
})

test('bears pseudonyms of the recipient’s own, which only those who may see the cases resolve', async () => {
  await cast.rows(`update round set state = 'closed', closed_at = now()`)
  const answersFor = async (recipient: string) => {
    const made = await get('stab', `?format=csv&lang=da&recipient=${encodeURIComponent(recipient)}`)
    const files = unzipSync(new Uint8Array(made.rawPayload))
    const all = Object.values(files)
      .map((bytes) => strFromU8(bytes))
      .join('\n')
    const names = new Set(all.match(/P-[0-9A-Z]{16}/g))
    return { all, names: [...names] }
  }
  const vive = await answersFor('VIVE')
  const other = await answersFor('Ankestyrelsen')
  expect(vive.all).not.toContain('E-1')
  expect([vive.names.length, other.names.length]).toEqual([1, 1])
  expect(other.names).not.toEqual(vive.names)
  expect((await answersFor('vive ')).names).toEqual(vive.names)

  const resolve = (who: string, recipient: string) =>
    cast.as(who).send('POST', `${url()}/resolve`, { body: { recipient, pseudonym: vive.names[0] } })
  expect((await resolve('stab', 'VIVE')).json()).toEqual({ caseId: 'E-1' })
  expect(findCode(await resolve('stab', 'Ankestyrelsen'))).toBe('not-found')
  expect(findCode(await resolve('chef', 'VIVE'))).toBe('not-permitted')
  expect(findCode(await resolve('fremmed', 'VIVE'))).toBe('not-found')
  // The log says whose cases went out, to whom.
  const logged = await cast.rows<{ detail: object }>(
    `select detail from access_entry where act = 'show-cases' and detail ->> 'during' = 'export-round' order by id desc limit 1`,
  )
  expect(logged).toEqual([{ detail: { during: 'export-round', cases: ['E-1'] } }])
  const [sent] = await cast.rows<{ detail: { recipient: string } }>(
    `select detail from access_entry where act = 'export-round' and detail ? 'recipient' order by id limit 1`,
  )
  expect(sent?.detail.recipient).toBe('VIVE')
})
