import { expect, test } from 'vitest'
import { dayNumber } from '../../calendar/day-number.ts'
import { startOfDay } from '../../calendar/danish-time.ts'
import { randomFrom } from '../../../../bench/imitation/random.ts'
import { compileFlow } from './compile-flow.ts'
import type { FlowCase } from './flow-case.ts'
import { weekOf } from './flow-period.ts'
import { findWindow } from './flow-window.ts'
import { reportWeek } from './report-cases.ts'

const flow = {
  ...compileFlow([]),
  times: [{ key: 'case', name: { da: 'Sag', en: 'Case' }, of: 'received' as const }],
}
const today = dayNumber(2026, 11, 22)
const window = findWindow(weekOf(today), startOfDay(today + 1))
if (window === undefined) throw new Error('not begun')
const week = window

interface Lasting {
  readonly from: number
  readonly days: number
}

/** Four begun a day for two years; exponential, so that half have ended after 60 days. */
function begun(seed: number): readonly Lasting[] {
  const random = randomFrom(seed)
  return Array.from({ length: 730 * 4 }, (_, i) => ({
    from: today - 730 + Math.floor(i / 4),
    days: Math.ceil((-60 / Math.LN2) * Math.log(1 - random())),
  }))
}

function caseOf({ from, days }: Lasting, at: number): FlowCase {
  const to = from + days <= today ? from + days : null
  const fact = {
    kind: 'time',
    key: 'case',
    from,
    to,
    outcome: to === null ? null : 'done',
    unit: '',
  } as const
  return {
    caseId: String(at),
    firstDay: from,
    facts: [{ ...fact, planOn: null, planDue: null }],
    deadlines: [],
  }
}

const cohortOf = (all: readonly Lasting[]) => {
  const time = reportWeek(all.map(caseOf), flow, week).figures.times[0]
  if (time === undefined) throw new Error('no time')
  return time.cohort
}

test('a first delivery with only the cases still open does not make the times too long', () => {
  const first = today - 150
  const medians = Array.from({ length: 20 }, (_, seed) => {
    // What had ended before the first delivery was never delivered.
    const cohort = cohortOf(begun(seed).filter(({ from, days }) => from + days >= first))
    expect(cohort).toMatchObject({ isShort: true, from: '2026-06-25' })
    expect(cohort.openFromBefore).toBeGreaterThan(0)
    return cohort.kaplanMeier.median ?? Number.NaN
  })
  const mean = medians.reduce((sum, median) => sum + median, 0) / medians.length
  // Of about 600 followed for 75 days on average a median of 60 has a standard error of about 4; of 20 together, of 0.9.
  expect(Math.abs(mean - 60.5)).toBeLessThan(3)
})

test('a year is told where the data reach back over it, and a stray old ending changes nothing', () => {
  const whole = cohortOf(begun(0))
  expect(whole).toMatchObject({ isShort: false, from: '2025-11-24' })
  const stray = { from: today - 3000, days: 100 }
  expect(cohortOf([stray, ...begun(0)])).toEqual(whole)
})

test('a deadline that was never met is not running once its case is closed, and is again after a new beginning', () => {
  const fact = {
    kind: 'step',
    key: 'case-closed',
    unit: '',
    to: null,
    outcome: null,
    planOn: null,
    planDue: null,
  } as const
  const deadlineOf = (startedOn: number) => ({
    rule: 'R03',
    unit: '',
    startedOn,
    dueOn: startedOn + 10,
    endsAt: startOfDay(startedOn + 11),
    doneOn: null,
    verdict: 'pending' as const,
  })
  const overdue = (startedOn: number, closedOn: number | null) => {
    const facts = closedOn === null ? [] : [{ ...fact, from: closedOn }]
    const one = { caseId: '1', firstDay: startedOn, facts, deadlines: [deadlineOf(startedOn)] }
    const { running } = reportWeek([one], flow, week).figures
    return running.find(({ band }) => band === 'overdue')?.cases
  }
  expect(overdue(today - 100, null)).toBe(1)
  expect(overdue(today - 100, today - 50)).toBe(0)
  expect(overdue(today - 40, today - 50)).toBe(1)
  // Closed after the week that the report is of.
  expect(overdue(today - 100, today + 3)).toBe(1)
})
