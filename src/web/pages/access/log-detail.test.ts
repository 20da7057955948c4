import { expect, test } from 'vitest'
import type { LogEntry } from '../../../contract/access/log.ts'
import { common } from '../../texts/da/common.ts'
import { logWords } from '../../texts/da/log-words.ts'
import { detailItems } from './log-detail.ts'

const words = {
  log: logWords,
  roles: common.roles,
  units: new Map([['1f', 'Familieenhed Nord']]),
  language: 'da',
} as const

function told(act: string, detail: LogEntry['detail']): string[] {
  const entry = {
    id: 1,
    at: '',
    person: null,
    act,
    room: null,
    subjectKind: 'person',
    subjectId: null,
    detail,
  }
  return detailItems(entry, words).map(({ name, value }) => `${name}: ${value}`)
}

test('fields, roles, units, days and codes are told in words', () => {
  expect(told('add-role', { role: 'unit-lawyer', unit: '1f', from: '2026-11-02', until: null })).toEqual([
    'Rolle: Enhedsjurist',
    'Enhed: Familieenhed Nord',
    'Fra: 02.11.2026',
  ])
  expect(told('search-log', { kind: 'change', byName: true, act: 'draw' })).toEqual([
    'Slags: ændringer',
    'Søgt på navn: ja',
    'Handling: Trak sager',
  ])
})

test('a field can mean something else in one act', () => {
  expect(told('choose-mail', { digest: 'weekly' })).toEqual(['Samlet brev: hver uge'])
  expect(told('publish-programme', { digest: 'ab12' })).toEqual(['Filens fingeraftryk: ab12'])
})

test('what has no words is shown as it is, and what is not so is left out', () => {
  expect(told('x', { toString: 'constructor', sealed: false, list: ['a', 'b'] })).toEqual([
    'toString: constructor',
    'list: a, b',
  ])
})
