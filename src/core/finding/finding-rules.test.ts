import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { holdsCpr } from '../registry/hide-cpr.ts'
import { parseProgramme } from '../programme/parse-programme.ts'
import { failingAnswers } from './failing-answers.ts'
import {
  carriedOutTooLongAgo,
  isForDirector,
  isOverdue,
  lastDayToPlan,
  verifyBy,
} from './finding-deadlines.ts'
import { levelsToAwait } from './finding-seal.ts'
import type { Finding } from './finding.ts'
import { journalNote } from './journal-note.ts'
import { sourceChanges } from './source-changes.ts'

const plan = { measures: ['consent', 'party-hearing'], responsible: 'ane', due: '2026-03-02' } as const
const contacted: Finding = {
  state: 'contacted',
  plan,
  contact: { on: '2026-02-03', response: 'accepted' },
}

test('restoration is overdue from the day after its due day, also while it is proposed to leave it', () => {
  expect(isOverdue(contacted, '2026-03-02')).toBe(false)
  expect(isOverdue(contacted, '2026-03-03')).toBe(true)
  const proposed: Finding = {
    state: 'proposed',
    before: contacted,
    proposal: { ground: 'too-late', by: 'bo' },
  }
  expect(isOverdue(proposed, '2026-03-03')).toBe(true)
  expect(
    isOverdue(
      { state: 'proposed', before: { state: 'open' }, proposal: { ground: 'too-late', by: 'bo' } },
      '2026-03-03',
    ),
  ).toBe(false)
  const done = { on: '2026-02-04', journalisedOn: '2026-02-05', by: 'ane' }
  expect(isOverdue({ state: 'carried-out', before: contacted, done }, '2026-05-01')).toBe(false)
})

test('the director is told after five working days, and ten are given to plan; Easter counts as closed', () => {
  // Monday 2 March 2026.
  expect(isForDirector('2026-03-02', '2026-03-09')).toBe(false)
  expect(isForDirector('2026-03-02', '2026-03-10')).toBe(true)
  expect(lastDayToPlan('2026-03-02')).toBe('2026-03-16')
  expect(lastDayToPlan('2026-03-30')).toBe('2026-04-16')
})

test('the note for the case names days and what was done, no person and no number', () => {
  const done = { on: '2026-02-10', journalisedOn: '2026-02-11', by: 'ane' }
  const note = journalNote({ state: 'carried-out', before: contacted, done }, 'Er samtykke indhentet?') ?? ''
  expect(note).toContain('den 3. februar 2026')
  expect(note).toContain('skyldes en tidligere fejl')
  expect(note).toContain(
    'Den 10. februar 2026 er fejlen rettet op: der er indhentet samtykke; der er foretaget partshøring.',
  )
  expect(note).not.toContain('ane')
  expect(holdsCpr(note)).toBe(false)
})

test('there is nothing to note before the citizen is contacted, nor where only the registration is wrong', () => {
  expect(journalNote({ state: 'planned', plan }, null)).toBeNull()
  const only: Finding = { state: 'planned', plan: { ...plan, measures: ['registration-only'] } }
  const done = { on: '2026-02-10', journalisedOn: null, by: 'ane' }
  expect(journalNote({ state: 'carried-out', before: only, done }, null)).toBeNull()
})

test('an error is an answer other than the expected one; what escalates and what is not judged is none', async () => {
  const file = new URL('../../../programmes/bbu-2017.yaml', import.meta.url)
  const checked = parseProgramme(await readFile(file, 'utf8'), 'bbu-2017.yaml')
  if (!checked.ok) throw new Error('the programme is not sound')
  const failing = new Map(failingAnswers(checked.value).map(({ question, answer }) => [question, answer]))
  for (const { questions } of checked.value.stages)
    for (const { key, expected, escalates } of questions) {
      const judged = expected !== null && !escalates
      expect([key, failing.get(key)]).toEqual([key, judged ? (expected === 'yes' ? 'no' : 'yes') : undefined])
    }
})

const levels = [
  { level: 1, reviewers: ['department-manager'] },
  { level: 2, from: 1, reviewers: ['area-manager'] },
]

test('the seal waits for every level the person reviews at, and for the one below where there are anchors', () => {
  const none = { levels, anchored: [] }
  expect(levelsToAwait(none, ['department-manager', 'area-manager'], false)).toEqual([1, 2])
  expect(levelsToAwait(none, ['caseworker'], false)).toEqual([])
  expect(levelsToAwait({ levels, anchored: [2] }, ['area-manager'], false)).toEqual([1, 2])
  expect(levelsToAwait({ levels, anchored: [2] }, ['area-manager'], true)).toEqual([2])
  expect(levelsToAwait({ levels, anchored: [2] }, ['department-manager'], false)).toEqual([1])
  expect(levelsToAwait({ levels, anchored: [1] }, ['department-manager'], false)).toBeNull()
})

test('what stands on record and what the answers say are compared link by link', () => {
  const link = (finding: string, review: string) => ({ finding, review })
  const { came, went } = sourceChanges(
    [link('f', 'r'), link('g', 'r')],
    [link('f', 'r'), link('f', 's'), link('f', 's')],
  )
  expect(came).toEqual([link('f', 's')])
  expect(went).toEqual([link('g', 'r')])
})

test('ten working days are given to verify, and every day up to the latest overdue one is overdue', () => {
  const done = { on: '2026-03-02', journalisedOn: null, by: 'ane' }
  const before: Finding = { state: 'planned', plan: { ...plan, measures: ['registration-only'] } }
  expect(verifyBy({ state: 'carried-out', before, done })).toBe('2026-03-16')
  expect(verifyBy(before)).toBeNull()
  expect(carriedOutTooLongAgo('2026-03-16')).toBe('2026-03-01')
  expect(carriedOutTooLongAgo('2026-03-17')).toBe('2026-03-02')
  // Easter: no working day from 2 to 6 April.
  expect(carriedOutTooLongAgo('2026-04-16')).toBe('2026-03-29')
  expect(carriedOutTooLongAgo('2026-04-17')).toBe('2026-03-30')
})
