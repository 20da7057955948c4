import { expect, test } from 'vitest'
import {
  cycleNexts,
  cycleSteps,
  placeInCycle,
  type CycleFacts,
  type CycleNext,
  type CycleStep,
  type CycleStepState,
} from './cycle.ts'

const closing = { on: '2026-10-01', at: '2026-10-01T10:00:00.000Z' }
const closed = { closed: closing, outstanding: 0 }
const open = { closed: null, outstanding: 3 }
const before = '2026-09-01T08:00:00.000Z'
const on = (day: string, plannedAt = before) => ({ on: day, plannedAt })
const none = { open: 0, overdue: 0 }
const unvisited = { last: null, ahead: false, unnoted: null }
const visited = { last: on('2026-10-20'), ahead: false, unnoted: null }
const settled: CycleFacts = {
  planned: true,
  round: closed,
  visits: visited,
  points: none,
  findings: none,
  waitingGoals: 1,
}

/** The five steps as they are shown: done, current, in force, left with something open, upcoming. */
const letters: Readonly<Record<CycleStepState, string>> = {
  done: 'd',
  current: 'C',
  'in-force': 'f',
  left: 'l',
  again: 'a',
  upcoming: '-',
}
const drawn = (facts: CycleFacts) => {
  const { states } = placeInCycle(facts)
  return cycleSteps.map((step) => letters[states[step]]).join('')
}

type Row = readonly [string, Partial<CycleFacts>, CycleStep, readonly CycleNext[], string]
const rows: readonly Row[] = [
  ['nothing at all', { planned: false, round: null, visits: unvisited }, 'plan', ['publish-plan'], 'C----'],
  ['a plan and no round', { round: null, visits: unvisited }, 'audit', ['first-round'], 'fC---'],
  [
    'the first round open before a plan',
    { planned: false, round: open, visits: unvisited },
    'audit',
    ['finish-reviews'],
    '-C---',
  ],
  ['an open round', { round: open, visits: unvisited }, 'audit', ['finish-reviews'], 'fC---'],
  [
    'an open round with the unit’s reviews in',
    { round: { ...open, outstanding: 0 }, visits: unvisited },
    'audit',
    ['await-closing'],
    'fC---',
  ],
  ['an open round after the last one’s visit', { round: open }, 'audit', ['finish-reviews'], 'fCa--'],
  [
    'an open round and restorations that wait, none overdue',
    { round: open, findings: { open: 4, overdue: 0 } },
    'audit',
    ['finish-reviews'],
    'fCal-',
  ],
  [
    'an open round and overdue restorations',
    { round: open, findings: { open: 4, overdue: 1 } },
    'audit',
    ['restore-overdue', 'finish-reviews'],
    'fCal-',
  ],
  [
    'an open round and everything else overdue too',
    {
      round: open,
      findings: { open: 1, overdue: 1 },
      points: { open: 2, overdue: 1 },
      visits: { last: null, ahead: false, unnoted: on('2026-11-01') },
    },
    'audit',
    ['restore-overdue', 'finish-reviews', 'settle-points', 'note-visit'],
    'fC-l-',
  ],
  ['a closed round without a plan', { planned: false }, 'plan', ['publish-plan'], 'Cddd-'],
  [
    'a closed round without a plan, overdue',
    { planned: false, findings: { open: 1, overdue: 1 } },
    'plan',
    ['restore-overdue', 'publish-plan'],
    'Cddl-',
  ],
  ['a closed round and no visit', { visits: unvisited }, 'learning', ['plan-visit'], 'fdC--'],
  [
    'a closed round and the visit of the one before',
    { visits: { ...visited, last: on('2026-09-30') } },
    'learning',
    ['plan-visit'],
    'fdC--',
  ],
  [
    'a visit held on the very day of the closing',
    { visits: { ...visited, last: on('2026-10-01') } },
    'learning',
    ['plan-visit'],
    'fdC--',
  ],
  [
    'a visit of that day which was planned before the closing',
    { visits: { ...visited, last: on('2026-10-01', '2026-10-01T09:59:59.999Z') } },
    'learning',
    ['plan-visit'],
    'fdC--',
  ],
  [
    'a visit of that day which was planned after the closing',
    { visits: { ...visited, last: on('2026-10-01', '2026-10-01T10:00:00.001Z') } },
    'evaluation',
    ['next-round'],
    'fdddC',
  ],
  [
    'one planned so whose day has passed',
    { visits: { ...unvisited, unnoted: on('2026-10-01', '2026-10-01T10:00:00.001Z') } },
    'learning',
    ['note-visit'],
    'fdC--',
  ],
  [
    'a visit the day after the closing',
    { visits: { ...visited, last: on('2026-10-02') } },
    'evaluation',
    ['next-round'],
    'fdddC',
  ],
  ['a visit ahead', { visits: { ...unvisited, ahead: true } }, 'learning', ['hold-visit'], 'fdC--'],
  [
    'a visit whose day has passed',
    { visits: { ...unvisited, unnoted: on('2026-11-19') } },
    'learning',
    ['note-visit'],
    'fdC--',
  ],
  [
    'a passed visit of before the closing, and one ahead',
    { visits: { last: null, ahead: true, unnoted: on('2026-09-01') } },
    'learning',
    ['hold-visit', 'note-visit'],
    'fdC--',
  ],
  [
    'a visit ahead and overdue restorations',
    { visits: { ...unvisited, ahead: true }, findings: { open: 2, overdue: 2 } },
    'learning',
    ['restore-overdue', 'hold-visit'],
    'fdCl-',
  ],
  [
    'restorations after the visit',
    { findings: { open: 2, overdue: 0 } },
    'implementation',
    ['make-good'],
    'fddC-',
  ],
  [
    'some of them overdue',
    { findings: { open: 2, overdue: 1 } },
    'implementation',
    ['restore-overdue', 'make-good'],
    'fddC-',
  ],
  [
    'all of them overdue',
    { findings: { open: 2, overdue: 2 } },
    'implementation',
    ['restore-overdue'],
    'fddC-',
  ],
  [
    'attention points alone',
    { points: { open: 1, overdue: 1 } },
    'implementation',
    ['settle-points'],
    'fddC-',
  ],
  [
    'restorations and attention points',
    { findings: { open: 2, overdue: 1 }, points: { open: 1, overdue: 0 } },
    'implementation',
    ['restore-overdue', 'make-good', 'settle-points'],
    'fddC-',
  ],
  ['all done and no goal', { waitingGoals: 0 }, 'evaluation', ['set-goal'], 'fdddC'],
  ['all done and a goal', {}, 'evaluation', ['next-round'], 'fdddC'],
  [
    'all done, and a later visit that nobody has noted',
    { visits: { ...visited, unnoted: on('2026-11-01') } },
    'evaluation',
    ['next-round', 'note-visit'],
    'fdddC',
  ],
]

test.each(rows)('%s', (_name, more, step, next, states) => {
  const facts = { ...settled, ...more }
  const place = placeInCycle(facts)
  expect([place.step, place.next, drawn(facts)]).toEqual([step, next, states])
})

const numbers = [none, { open: 2, overdue: 0 }, { open: 2, overdue: 1 }, { open: 1, overdue: 1 }]
const days = [null, on('2026-09-30'), on('2026-10-01'), on('2026-10-02')]
const everything: readonly CycleFacts[] = [true, false].flatMap((planned) =>
  [null, open, { ...open, outstanding: 0 }, closed].flatMap((round) =>
    numbers.flatMap((points) =>
      numbers.flatMap((findings) =>
        days.flatMap((last) =>
          days.flatMap((unnoted) =>
            [true, false].flatMap((ahead) =>
              [0, 1].map((waitingGoals): CycleFacts => ({
                planned,
                round,
                points,
                findings,
                visits: { last, ahead, unnoted },
                waitingGoals,
              })),
            ),
          ),
        ),
      ),
    ),
  ),
)

test('in every state one step is current, something is to be done, and an overdue restoration is the first of it', () => {
  for (const facts of everything) {
    const { step, next, states } = placeInCycle(facts)
    expect(cycleSteps.filter((each) => states[each] === 'current')).toEqual([step])
    expect(next.length).toBeGreaterThan(0)
    expect(new Set(next).size).toBe(next.length)
    // A citizen waits for it.
    expect(next.indexOf('restore-overdue')).toBe(facts.findings.overdue > 0 ? 0 : -1)
    // A plan holds until the next one; nothing makes it done.
    expect(states.plan).not.toBe('done')
    expect(step === 'audit' || facts.round?.closed !== null).toBe(true)
  }
})

test('the rows name every thing there is to do', () => {
  expect(new Set(rows.flatMap(([, , , next]) => next))).toEqual(new Set(cycleNexts))
})
