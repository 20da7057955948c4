import { expect, test } from 'vitest'
import { placeInCycle, type CycleFacts } from './cycle.ts'

const settled: CycleFacts = {
  today: '2026-11-20',
  planned: true,
  round: { open: false, closedOn: '2026-10-01', outstanding: 0 },
  nextVisit: null,
  lastVisit: '2026-10-20',
  openPoints: 0,
  openFindings: 0,
  waitingGoals: 1,
}
const at = (more: Partial<CycleFacts>) => placeInCycle({ ...settled, ...more })

test('while a round is open the unit audits, and waits for its closing when its own reviews are in', () => {
  const round = { open: true, closedOn: null, outstanding: 3 }
  expect(at({ round, planned: false })).toEqual({ step: 'audit', next: 'finish-reviews' })
  expect(at({ round: { ...round, outstanding: 0 } })).toEqual({ step: 'audit', next: 'await-closing' })
})

test('without a published plan it begins there, and with one but no round at the audit', () => {
  expect(at({ planned: false })).toEqual({ step: 'plan', next: 'publish-plan' })
  expect(at({ round: null })).toEqual({ step: 'audit', next: 'first-round' })
})

test('a visit from before the round was closed is not the round’s visit', () => {
  expect(at({ lastVisit: '2026-09-30' })).toEqual({ step: 'learning', next: 'plan-visit' })
  expect(at({ lastVisit: null, nextVisit: '2026-11-20' })).toEqual({ step: 'learning', next: 'hold-visit' })
  expect(at({ lastVisit: null, nextVisit: '2026-11-19' })).toEqual({ step: 'learning', next: 'note-visit' })
  expect(at({ lastVisit: '2026-10-01' }).step).toBe('evaluation')
})

test('what a visit or a finding left open keeps the unit at implementation', () => {
  expect(at({ openPoints: 1 })).toEqual({ step: 'implementation', next: 'make-good' })
  expect(at({ openFindings: 1 })).toEqual({ step: 'implementation', next: 'make-good' })
})

test('when all is done a goal is set, and then the next round judges it', () => {
  expect(at({ waitingGoals: 0 })).toEqual({ step: 'evaluation', next: 'set-goal' })
  expect(at({})).toEqual({ step: 'evaluation', next: 'next-round' })
})
