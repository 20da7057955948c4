import { array, assert, constantFrom, property, record } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { phaseSpans, isRunning } from './phase-spans.ts'
import { groupOf, phaseKinds, phases, sheetGroups } from './kind-groups.ts'
import { mostUrgent, type UrgentDeadline } from './most-urgent.ts'
import { peopleOfCase } from './people-of-case.ts'

const event = (kind: string, day: number, child = '', measure = '') => ({
  kind,
  day,
  child,
  attributes: measure === '' ? {} : { measure },
})
const told = (...events: readonly ReturnType<typeof event>[]) =>
  phaseSpans(events).map(({ phase, child, from, to }) => [phase.key, child, from, to])

describe('the phases of a case', () => {
  test('begin and end with the events that say so, and what has not ended still runs', () => {
    expect(
      told(
        event('notification-received', 1),
        event('assessment-opened', 5),
        event('assessment-completed', 90),
        event('measure-decided', 100),
        event('measure-started', 110),
      ),
    ).toEqual([
      ['notification', '', 1, 5],
      ['assessment', '', 5, 90],
      ['decision', '', 90, 100],
      ['measure-ahead', '', 100, 110],
      ['measure', '', 110, null],
    ])
  })

  test('a wait of no day is none', () => {
    expect(told(event('measure-decided', 4), event('measure-started', 4))).toEqual([['measure', '', 4, null]])
  })

  test('an end closes the oldest of two, and one of a sibling closes the sibling’s', () => {
    expect(
      told(
        event('notification-received', 1),
        event('notification-received', 1),
        event('notification-closed', 9),
      ),
    ).toEqual([
      ['notification', '', 1, 9],
      ['notification', '', 1, null],
    ])
    expect(
      told(
        event('notification-received', 1, 'A'),
        event('notification-received', 1, 'B'),
        event('notification-closed', 9, 'B'),
      ),
    ).toEqual([
      ['notification', 'A', 1, null],
      ['notification', 'B', 1, 9],
    ])
  })

  test('the end of one measure leaves another that runs beside it', () => {
    const spans = phaseSpans([
      event('measure-started', 1, '', 'aflastning'),
      event('measure-started', 2, '', 'kontaktperson'),
      event('measure-ended', 9, '', 'kontaktperson'),
    ])
    expect(spans.map(({ measure, to }) => [measure, to])).toEqual([
      ['aflastning', null],
      ['kontaktperson', 9],
    ])
    expect(isRunning(spans)).toBe(true)
  })

  test('a closed case has none that runs, whatever happened in it', () => {
    const some = array(
      record({
        kind: constantFrom(...phaseKinds),
        child: constantFrom('', 'A', 'B'),
        measure: constantFrom('', 'x', 'y'),
      }),
    )
    assert(
      property(some, (all) => {
        const events = all.map(({ kind, child, measure }, at) => event(kind, at, child, measure))
        const spans = phaseSpans([...events, event('case-closed', 9999)])
        expect(isRunning(spans)).toBe(false)
        for (const { from, to } of spans) expect(to).toBeGreaterThanOrEqual(from)
        const starts = phases.flatMap((phase) =>
          events.filter(({ kind }) => phase.starts.includes(kind)),
        ).length
        const waited = spans.length + events.filter(({ kind }) => kind.endsWith('-decided')).length
        expect(spans.length).toBeLessThanOrEqual(starts)
        expect(
          waited + events.filter(({ kind }) => kind === 'assessment-completed').length,
        ).toBeGreaterThanOrEqual(starts)
      }),
    )
  })
})

test('a kind has its group, and one that nobody has named is other', () => {
  expect(groupOf('consent-given')).toBe('consents')
  expect(groupOf('Kaffepause')).toBe('other')
  expect(sheetGroups).toContain(groupOf('case-closed'))
})

test('people are those of the newest event first, each with their first and last day', () => {
  const by = (day: number, unit: string, caseworker: string) => ({ day, unit, caseworker })
  expect(
    peopleOfCase([
      by(1, 'Nord', 'ab'),
      by(2, '', 'cd'),
      by(3, 'Syd', ''),
      by(4, '', ''),
      by(5, 'Nord', 'ab'),
    ]),
  ).toEqual([
    { unit: 'Nord', caseworker: 'ab', from: 1, to: 5 },
    { unit: 'Syd', caseworker: 'cd', from: 3, to: 3 },
    { unit: 'Nord', caseworker: 'cd', from: 2, to: 2 },
  ])
})

describe('what is most urgent', () => {
  const deadline = (
    n: number,
    state: UrgentDeadline['state'],
    dueOn: string,
    dueAt: string | null = null,
  ) => ({
    n,
    state,
    dueOn,
    dueAt,
  })
  const standing = { running: true, newest: '2026-11-01', agreements: [] }

  test('is a passed deadline in hours, then the longest passed, then the latest agreement, then what ends next', () => {
    const receipt = deadline(1, 'open', '2026-09-01')
    const acute = deadline(2, 'open', '2026-11-20', '2026-11-20T08:00:00.000Z')
    const plan = deadline(3, 'open', '2026-08-01')
    const soon = deadline(4, 'running', '2026-11-30')
    const later = deadline(5, 'running', '2026-12-30')
    const agreements = [
      { text: 'Ring til skolen', dueOn: '2026-11-10', late: true },
      { text: 'Skriv planen', dueOn: '2026-11-05', late: true },
      { text: 'Besøg', dueOn: '2026-12-05', late: false },
    ]
    const all = { ...standing, agreements, deadlines: [receipt, acute, plan, later, soon] }
    expect(mostUrgent(all)).toEqual({ kind: 'overdue', n: 2, others: 2 })
    expect(mostUrgent({ ...all, deadlines: [receipt, plan, soon] })).toMatchObject({ n: 3, others: 1 })
    expect(mostUrgent({ ...all, deadlines: [later, soon] })).toEqual({
      kind: 'agreement',
      text: 'Skriv planen',
      dueOn: '2026-11-05',
      others: 1,
    })
    expect(mostUrgent({ ...standing, deadlines: [later, soon] })).toEqual({ kind: 'due', n: 4 })
    expect(mostUrgent({ ...standing, deadlines: [deadline(6, 'met', '2026-01-01')] })).toEqual({
      kind: 'nothing',
    })
  })

  test('an hour comes before the end of its day', () => {
    const day = deadline(1, 'running', '2026-11-20')
    const hour = deadline(2, 'running', '2026-11-20', '2026-11-20T22:00:00.000Z')
    expect(mostUrgent({ ...standing, deadlines: [day, hour] })).toEqual({ kind: 'due', n: 2 })
  })

  test('of a case that has ended it says so, and how many deadlines were never met', () => {
    expect(
      mostUrgent({ ...standing, running: false, deadlines: [deadline(1, 'open', '2026-09-01')] }),
    ).toEqual({ kind: 'ended', on: '2026-11-01', never: 1 })
  })
})
