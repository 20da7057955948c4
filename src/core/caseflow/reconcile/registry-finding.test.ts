import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { outcomeOf, outcomes } from './outcome.ts'
import type { QuestionPair } from './reconciliation-mapping.ts'
import { registryFinding, type RegistryClock } from './registry-finding.ts'

const pair: QuestionPair = { question: 'Q', rules: ['R01'], match: 'started', every: false, note: null }
const running: QuestionPair = { ...pair, match: 'running' }
const every: QuestionPair = { ...running, every: true }
const stage = { from: 100, to: 120 }

function clock(
  started: number | null,
  state: RegistryClock['state'],
  rest: { readonly due?: number; readonly done?: number; readonly rule?: string } = {},
): RegistryClock {
  const point = (day: number | undefined) => (day === undefined ? null : { day, moment: null })
  return {
    rule: rest.rule ?? 'R01',
    started: started === null ? null : { day: started, moment: null },
    due: point(rest.due),
    done: point(rest.done),
    state,
    lateBy: null,
    because: null,
  }
}

const anyClock = fc
  .record({
    started: fc.option(fc.integer({ min: 80, max: 140 }), { nil: null }),
    length: fc.option(fc.integer({ min: 0, max: 40 }), { nil: undefined }),
    due: fc.option(fc.integer({ min: 80, max: 180 }), { nil: undefined }),
    state: fc.constantFrom<RegistryClock['state']>(
      'met',
      'late',
      'open',
      'running',
      'cannot-tell',
      'not-applicable',
    ),
    rule: fc.constantFrom('R01', 'R02'),
  })
  .map(({ started, length, due, state, rule }) =>
    clock(started, state, {
      rule,
      ...(due === undefined ? {} : { due }),
      ...(length === undefined ? {} : { done: (started ?? 100) + length }),
    }),
  )
const anyPair = fc.constantFrom(pair, running, every)

describe('which clock a review speaks of', () => {
  test('the one that started in the days of the stage', () => {
    const clocks = [clock(99, 'late'), clock(110, 'met'), clock(121, 'late')]
    expect(registryFinding(clocks, pair, stage)).toEqual({ state: 'in-time', clocks: [clocks[1]] })
  })

  test('the first and the last day of the stage belong to it', () => {
    expect(registryFinding([clock(100, 'met')], pair, stage).state).toBe('in-time')
    expect(registryFinding([clock(120, 'met')], pair, stage).state).toBe('in-time')
  })

  test('two clocks in the days of the stage are told apart by nothing, even where they agree', () => {
    const found = registryFinding([clock(101, 'met'), clock(102, 'met')], pair, stage)
    expect(found).toMatchObject({ state: 'not-matched', reason: 'several' })
  })

  test('a clock that started before the stage and was stopped in it ran in its days', () => {
    expect(registryFinding([clock(60, 'late', { done: 105 })], running, stage).state).toBe('late')
    expect(registryFinding([clock(60, 'late', { done: 99 })], running, stage).state).toBe('not-matched')
  })

  test('a clock that is open runs in all stages after its start', () => {
    expect(registryFinding([clock(60, 'open', { due: 90 })], running, stage).state).toBe('late')
  })

  test('a clock that asks nothing does not make another one ambiguous', () => {
    const clocks = [clock(101, 'not-applicable'), clock(102, 'late')]
    expect(registryFinding(clocks, pair, stage).state).toBe('late')
  })

  test('of clocks that ask nothing alone the registry has nothing to judge', () => {
    expect(registryFinding([clock(101, 'not-applicable')], pair, stage).state).toBe('not-applicable')
  })

  test('a question about every deadline is late when one is, and looks at none that is due after the stage', () => {
    const kept = clock(90, 'met', { due: 118, done: 110 })
    const after = clock(110, 'late', { due: 150, done: 160 })
    expect(registryFinding([kept, after], every, stage).state).toBe('in-time')
    expect(registryFinding([kept, clock(95, 'late', { due: 105, done: 112 })], every, stage).state).toBe(
      'late',
    )
    expect(registryFinding([after], every, stage).state).toBe('cannot-tell')
  })

  test('a deadline that still runs, and one with a date missing, tell nothing', () => {
    expect(registryFinding([clock(110, 'running')], pair, stage).state).toBe('cannot-tell')
    expect(registryFinding([clock(110, 'cannot-tell')], pair, stage).state).toBe('cannot-tell')
  })

  test('without the days of the stage a case’s only clock is it, and of two none', () => {
    expect(registryFinding([clock(1, 'late')], pair, null).state).toBe('late')
    expect(registryFinding([clock(1, 'late'), clock(900, 'late')], pair, null).state).toBe('not-matched')
  })

  test('the order of the clocks changes nothing but their order, and other rules’ clocks nothing at all', () => {
    fc.assert(
      fc.property(
        fc
          .array(anyClock, { maxLength: 6 })
          .chain((clocks) =>
            fc.tuple(fc.constant(clocks), fc.shuffledSubarray(clocks, { minLength: clocks.length })),
          ),
        anyPair,
        ([clocks, shuffled], asked) => {
          const found = registryFinding(clocks, asked, stage)
          expect(registryFinding(shuffled, asked, stage).state).toBe(found.state)
          const own = clocks.filter(({ rule }) => rule === 'R01')
          expect(registryFinding(own, asked, stage)).toEqual(found)
        },
      ),
    )
  })

  test('nothing is ever said by a clock that did not run in the stage’s days, nor of one clock among several', () => {
    fc.assert(
      fc.property(fc.array(anyClock, { maxLength: 6 }), anyPair, (clocks, asked) => {
        const found = registryFinding(clocks, asked, stage)
        for (const { started, done } of found.clocks) {
          const begin = started?.day ?? done?.day ?? Number.NaN
          expect(begin).toBeLessThanOrEqual(stage.to)
          expect(asked.match === 'started' ? begin : stage.from).toBeGreaterThanOrEqual(stage.from)
        }
        const isJudged = found.state === 'in-time' || found.state === 'late'
        expect(asked.every || !isJudged || found.clocks.length === 1).toBe(true)
      }),
    )
  })
})

test('every finding and answer have one outcome, and only both sides’ words make an agreement or a disagreement', () => {
  fc.assert(
    fc.property(
      fc.array(anyClock, { maxLength: 4 }),
      anyPair,
      fc.constantFrom(true, false, null),
      (clocks, asked, kept) => {
        const found = registryFinding(clocks, asked, stage)
        const outcome = outcomeOf(found, kept)
        expect(outcomes).toContain(outcome)
        const says = found.state === 'in-time' || found.state === 'late'
        const isCompared = outcome.startsWith('agree') || outcome.endsWith('only')
        expect(isCompared).toBe(says && kept !== null)
        const isSame = (found.state === 'in-time') === kept
        expect(outcome.startsWith('agree')).toBe(isCompared && isSame)
      },
    ),
  )
})
