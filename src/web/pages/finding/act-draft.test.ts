import { expect, test } from 'vitest'
import { findingActs } from '../../../core/finding/finding-act.ts'
import { draftOf, readDraft, withMeasure, type ActDraft } from './act-draft.ts'

const today = '2026-11-22'
const empty = draftOf({ measures: [], responsible: null, due: null, severity: 'unassessed' }, today)
const filled: ActDraft = {
  measures: ['decision', 'consent'],
  responsible: 'p1',
  due: '2026-11-30',
  on: '2026-11-20',
  journalisedOn: '2026-11-21',
  response: 'accepted',
  told: true,
  ground: 'too-late',
  severity: 'serious',
  text: ' Aftalt på mødet. ',
}
const missing = (act: (typeof findingActs)[number], draft: ActDraft, registrationOnly = false) => {
  const read = readDraft(act, draft, { today, registrationOnly })
  return 'missing' in read ? read.missing : []
}

test('of an empty form every field that an act cannot be without is named', () => {
  expect(Object.fromEntries(findingActs.map((act) => [act, missing(act, empty)]))).toEqual({
    plan: ['measures', 'responsible', 'due'],
    'put-off': ['due', 'text'],
    contact: ['response', 'told'],
    'carry-out': ['journalisedOn'],
    verify: [],
    'send-back': ['text'],
    propose: ['ground', 'text'],
    approve: [],
    refuse: ['text'],
    reopen: ['text'],
    assess: ['severity'],
  })
})

test('a filled form sends the fields of its own act and no other', () => {
  const read = (act: (typeof findingActs)[number]) =>
    readDraft(act, filled, { today, registrationOnly: false })
  const text = 'Aftalt på mødet.'
  expect(read('plan')).toEqual({
    act: { act: 'plan', measures: ['decision', 'consent'], responsible: 'p1', due: '2026-11-30', text },
  })
  expect(read('contact')).toEqual({
    act: { act: 'contact', on: '2026-11-20', response: 'accepted', told: true, text },
  })
  expect(read('carry-out')).toEqual({
    act: { act: 'carry-out', on: '2026-11-20', journalisedOn: '2026-11-21', text },
  })
  expect(read('propose')).toEqual({ act: { act: 'propose', ground: 'too-late', text } })
  expect(read('verify')).toEqual({ act: { act: 'verify', text } })
})

test('what has happened lies not in the future, and a due day not in the past', () => {
  expect(missing('contact', { ...filled, on: '2026-11-23' })).toEqual(['on'])
  expect(missing('carry-out', { ...filled, journalisedOn: '2026-11-23' })).toEqual(['journalisedOn'])
  expect(missing('plan', { ...filled, due: '2026-11-21' })).toEqual(['due'])
  expect(missing('plan', { ...filled, due: today })).toEqual([])
})

test('a new plan keeps a day that has passed, and only putting off moves it', () => {
  const late = { ...filled, due: '2026-11-01' }
  const read = readDraft('plan', late, { today, registrationOnly: false, keptDue: true })
  expect(read).toMatchObject({ act: { due: '2026-11-01' } })
  expect(missing('put-off', late)).toEqual(['due'])
})

test('where only the registration is corrected no note is asked for and none sent', () => {
  const read = readDraft('carry-out', filled, { today, registrationOnly: true })
  expect(read).toMatchObject({ act: { journalisedOn: null } })
  expect(missing('carry-out', empty, true)).toEqual([])
})

test('correcting the registration is planned alone', () => {
  expect(withMeasure(['decision'], 'registration-only', true)).toEqual(['registration-only'])
  expect(withMeasure(['registration-only'], 'consent', true)).toEqual(['consent'])
  expect(withMeasure(['decision', 'consent'], 'decision', false)).toEqual(['consent'])
})
