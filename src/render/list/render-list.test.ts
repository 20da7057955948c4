import { unzipSync, strFromU8 } from 'fflate'
import { readSheet } from 'read-excel-file/node'
import { expect, test } from 'vitest'
import { renderList } from './render-list.ts'

const list = {
  title: 'Fejl og genopretning',
  columns: [
    { title: 'Sag' },
    { title: 'Ordlyd', holds: 'sentences' },
    { title: 'Frist', holds: 'days' },
    { title: 'Gange udsat' },
  ],
  rows: [
    ['=1+1', 'Er der samtykke?', '2026-03-29', 2],
    ['2026-03-29', null, null, null],
  ],
  createdAt: new Date('2026-11-22T12:00:00Z'),
} as const

test('a spreadsheet has days as days, numbers as numbers, and texts as texts that compute nothing', async () => {
  const bytes = await renderList({ ...list, format: 'xlsx' })
  const rows = await readSheet(Buffer.from(bytes))
  expect(rows).toEqual([
    ['Sag', 'Ordlyd', 'Frist', 'Gange udsat'],
    ["'=1+1", 'Er der samtykke?', new Date('2026-03-29T00:00:00Z'), 2],
    ['2026-03-29', null, null, null],
  ])
  const sheet = Object.entries(unzipSync(bytes)).find(([name]) => name.endsWith('sheet1.xml'))
  expect(strFromU8(sheet?.[1] ?? new Uint8Array())).not.toContain('<f>')
})

test('the same as CSV has the headings first and the days as they are', async () => {
  const text = strFromU8(await renderList({ ...list, format: 'csv' }))
  expect(text.split('\r\n')).toEqual([
    'Sag;Ordlyd;Frist;Gange udsat',
    "'=1+1;Er der samtykke?;2026-03-29;2",
    '2026-03-29;;;',
    '',
  ])
})
