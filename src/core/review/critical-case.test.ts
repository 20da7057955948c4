import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  afterAct,
  allowedCriticalActs,
  criticalActs,
  criticalSteps,
  isOpen,
  refusalOfCritical,
  type CriticalCase,
  type CriticalSituation,
} from './critical-case.ts'

const start = new Date('2026-03-10T09:00:00Z')
/** Acts with the clock's movement before each, in minutes; it may be set back. */
const history = fc.array(
  fc.record({ act: fc.constantFrom(...criticalActs), minutes: fc.integer({ min: -600, max: 600 }) }),
  { maxLength: 30 },
)

function* course(acts: readonly { act: (typeof criticalActs)[number]; minutes: number }[]) {
  let critical: CriticalCase = { state: 'reported', startedAt: start }
  let now = start
  for (const { act, minutes } of acts) {
    now = new Date(now.getTime() + minutes * 60_000)
    const next = afterAct(critical, act, now)
    yield { before: critical, act, next }
    if (next !== null) critical = next
  }
}

test('no step is done before the one it follows, whatever the clock does', () => {
  fc.assert(
    fc.property(history, (acts) => {
      for (const { next } of course(acts)) {
        if (next === null) continue
        const open = next.state === 'withdrawn' ? next.before : next
        const times = [
          open.startedAt,
          ...('acknowledgedAt' in open ? [open.acknowledgedAt] : []),
          ...('actedAt' in open ? [open.actedAt] : []),
          ...('confirmedAt' in open ? [open.confirmedAt] : []),
          ...('accountedAt' in open ? [open.accountedAt] : []),
          ...(next.state === 'withdrawn' ? [next.withdrawnAt] : []),
        ].map((time) => time.getTime())
        expect(times).toEqual(times.toSorted((a, b) => a - b))
        expect(times[0]).toBeGreaterThanOrEqual(start.getTime())
      }
    }),
  )
})

/** Whether the act may follow the state, told apart from the table by the order of the steps alone. */
function isOrdered(from: CriticalCase['state'], act: (typeof criticalActs)[number]): boolean {
  const closed = from === 'accounted' || from === 'withdrawn'
  if (act === 'reopened') return closed
  if (act === 'withdrawn') return from === 'reported'
  return from === (criticalSteps[criticalSteps.indexOf(act) - 1] ?? 'reported')
}

test('each step is reached only from the step before it', () => {
  fc.assert(
    fc.property(history, (acts) => {
      for (const { before, act, next } of course(acts))
        expect(next === null || isOrdered(before.state, act)).toBe(true)
    }),
  )
})

test('the four steps in order close a case, and reopening starts it anew', () => {
  let critical: CriticalCase | null = { state: 'reported', startedAt: start }
  for (const step of criticalSteps) {
    critical = afterAct(critical, step, new Date(start.getTime() + 60_000))
    if (critical === null) throw new Error(step)
  }
  expect(isOpen(critical)).toBe(false)
  const later = new Date('2026-04-01T09:00:00Z')
  expect(afterAct(critical, 'reopened', later)).toEqual({ state: 'reported', startedAt: later })
})

const manager: CriticalSituation = {
  state: 'confirmed',
  handles: true,
  barred: false,
  reported: false,
  reportedByOthers: true,
  leadsTheAudit: false,
}

test('who took part in a case may act but never ends it', () => {
  const barred = { ...manager, barred: true }
  expect(refusalOfCritical('accounted', manager)).toBeNull()
  expect(refusalOfCritical('accounted', barred)).toBe('own-critical-case')
  expect(refusalOfCritical('withdrawn', { ...barred, state: 'reported' })).toBe('own-critical-case')
  expect(refusalOfCritical('acknowledged', { ...barred, state: 'reported' })).toBeNull()
  expect(refusalOfCritical('acted', { ...barred, state: 'acknowledged' })).toBeNull()
})

test('a reporter takes back only what nobody else has reported', () => {
  const reporter = { ...manager, state: 'reported', handles: false, reported: true } as const
  expect(allowedCriticalActs(reporter)).toEqual([])
  expect(allowedCriticalActs({ ...reporter, reportedByOthers: false })).toEqual(['withdrawn'])
  expect(allowedCriticalActs({ ...reporter, state: 'accounted' })).toEqual(['reopened'])
})

test('once a manager has acknowledged a case nobody withdraws it; it is closed by the steps', () => {
  for (const state of ['acknowledged', 'acted', 'confirmed'] as const)
    for (const who of [manager, { ...manager, handles: false, reported: true, reportedByOthers: false }])
      expect(refusalOfCritical('withdrawn', { ...who, state })).toBe('critical-not-now')
})

test('a stranger may do nothing and who leads the audit only opens again', () => {
  const stranger = { ...manager, handles: false }
  for (const state of ['reported', 'confirmed', 'accounted', 'withdrawn'] as const) {
    expect(allowedCriticalActs({ ...stranger, state })).toEqual([])
    const leader = { ...stranger, leadsTheAudit: true, state }
    expect(allowedCriticalActs(leader)).toEqual(
      state === 'accounted' || state === 'withdrawn' ? ['reopened'] : [],
    )
  }
})
