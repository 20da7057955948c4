import { hash } from 'node:crypto'
import { expect, test } from 'vitest'
import { encodeEntry, type SealedEntry } from './entry.ts'
import { findHead, headLine, headText, type SignedHead } from './head.ts'

const entry: SealedEntry = {
  log: 'access',
  municipality: '6f1d0a52-9f0e-4c66-8f0e-0d6f4f1c2a10',
  id: '17',
  at: '1790000000.123456',
  person: null,
  session: null,
  act: 'åbn',
  room: null,
  subjectKind: 'review',
  subjectId: 'A-1',
  detail: '{"n": 1}',
}

test('an entry is the netstrings of its values in their order, lengths in bytes', () => {
  expect(encodeEntry(entry).toString()).toBe(
    '18:tilsyn-log-entry-1,6:access,36:6f1d0a52-9f0e-4c66-8f0e-0d6f4f1c2a10,2:17,17:1790000000.123456,-,-,4:åbn,-,6:review,3:A-1,8:{"n": 1},',
  )
})

test('nothing and an empty text are told apart', () => {
  expect(encodeEntry({ ...entry, subjectId: '' })).not.toEqual(encodeEntry({ ...entry, subjectId: null }))
})

const head: SignedHead = {
  municipality: entry.municipality,
  number: 2,
  size: 9,
  root: hash('sha256', 'root'),
  time: '1790000001.000000',
  seen: '7:7:',
  previous: '0'.repeat(64),
  key: '0123456789abcdef',
  signature: 'c2ln',
}

test('the signed text has one line for each part', () => {
  expect(headText(head).split('\n')).toEqual([
    'tilsyn-log-head-1',
    'municipality 6f1d0a52-9f0e-4c66-8f0e-0d6f4f1c2a10',
    'number 2',
    'size 9',
    `root ${head.root}`,
    'time 1790000001.000000',
    'seen 7:7:',
    `previous ${head.previous}`,
    'key 0123456789abcdef',
    '',
  ])
})

test('a line of the file gives back its head, and a torn one none', () => {
  const line = headLine(head)
  expect(findHead(line)).toEqual(head)
  for (const torn of [line.slice(0, -9), '', 'null', '{}', line.replace('"size":9', '"size":"9"')])
    expect(findHead(torn)).toBeUndefined()
})
