import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { laws } from '../../../test/support/deadline-laws.ts'
import { dayOf, startOfDay } from '../calendar/danish-time.ts'
import { dayNumberOf } from '../calendar/day-number.ts'
import type { CaseEvent } from './case-event.ts'
import type { Deadline } from './deadline.ts'
import { judgeCase } from './judge-case.ts'
import { smallRule } from './judge-fixture.ts'

const from = dayNumberOf('2023-06-01')
const to = dayNumberOf('2024-12-31')
const kinds = [...laws.kindNumbers.keys()]

const event = fc
  .record({
    kind: fc.constantFrom(...kinds),
    // Few days, so that much falls on the same one.
    day: fc.integer({ min: 0, max: 20 }).map((step) => from + step * 27),
    minute: fc.option(fc.integer({ min: 0, max: 1439 }), { nil: null }),
    child: fc.constantFrom('', '', 'Ada', 'Bo'),
    caseworker: fc.constantFrom('A', 'B'),
    attributes: fc.record(
      {
        event_id: fc.constantFrom('1', '2', '3'),
        answers: fc.constantFrom('1', '2', '3'),
        measure: fc.constantFrom('m', 'n'),
        consent: fc.constantFrom('ja', 'nej'),
        follow_up_months: fc.constantFrom('2', '6'),
        rule: fc.constantFrom('R05', 'R18'),
        reason: fc.constant('too small'),
      },
      { requiredKeys: [] },
    ),
  })
  .map(({ minute, attributes, ...rest }): CaseEvent => ({
    ...rest,
    moment: minute === null ? null : startOfDay(rest.day) + minute * 60_000,
    unit: 'Nord',
    // A record that may leave keys out has undefined for none of them.
    attributes: attributes as Readonly<Record<string, string>>,
  }))
const events = fc.array(event, { maxLength: 25 })
const asOf = fc
  .integer({ min: startOfDay(from) / 60_000, max: startOfDay(to + 400) / 60_000 })
  .map((minute) => minute * 60_000)

/** What tells one deadline of a case from the next. */
const nameOf = ({ rule, rules, started, caseworker }: Deadline) =>
  JSON.stringify([rule, rules, started, caseworker])

test('the order of rows does not matter', () => {
  fc.assert(
    fc.property(
      events.chain((list) =>
        fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
      ),
      asOf,
      ([list, shuffled], when) => {
        expect(judgeCase(laws, shuffled, when)).toEqual(judgeCase(laws, list, when))
      },
    ),
    { numRuns: 500 },
  )
})

test('an event that no rule asks about changes nothing', () => {
  fc.assert(
    fc.property(events, event, asOf, (list, other, when) => {
      const unrelated = { ...other, kind: 'letter-filed' }
      expect(judgeCase(laws, [...list, unrelated], when)).toEqual(judgeCase(laws, list, when))
    }),
    { numRuns: 500 },
  )
})

test('what is about one child changes nothing for another', () => {
  fc.assert(
    fc.property(events, fc.array(event, { maxLength: 10 }), asOf, (list, others, when) => {
      const ofAda = list.map((each) => ({ ...each, child: 'Ada', caseworker: 'Ada' }))
      const ofBo = others.map(({ attributes: { answers: _answers, event_id: _id, ...attributes }, ...each }) => ({ ...each, attributes, child: 'Bo', caseworker: 'Bo' }))
      const found = (all: readonly CaseEvent[]) => judgeCase(laws, all, when).filter(({ caseworker }) => caseworker === 'Ada')
      expect(found([...ofAda, ...ofBo])).toEqual(found(ofAda))
    }),
    { numRuns: 500 },
  )
}) // prettier-ignore

test('as time goes by what is open never runs again', () => {
  const simple = events.map((list) =>
    list.map(({ attributes: { answers: _answers, ...attributes }, ...each }, index) => ({ ...each, attributes, caseworker: String(index) })),
  )
  fc.assert(
    fc.property(simple, asOf, fc.integer({ min: 1, max: 200 }), (list, when, days) => {
      const later = new Map(judgeCase(laws, list, when + days * 86_400_000).map((deadline) => [nameOf(deadline), deadline]))
      for (const deadline of judgeCase(laws, list, when)) {
        if (deadline.started === null || deadline.state !== 'open') continue
        expect(later.get(nameOf(deadline))?.state).not.toBe('running')
      }
    }),
    { numRuns: 1000 },
  )
}) // prettier-ignore

const limits = ['hours: 30', 'workingDays: 6', 'days: 10', 'months: 2']

test('a later end is never less late, and never met where an earlier one was late', () => {
  const timed = fc.tuple(
    fc.constantFrom(...limits),
    fc.integer({ min: startOfDay(from) / 60_000, max: startOfDay(to) / 60_000 }),
    fc.integer({ min: 0, max: 150_000 }),
    fc.integer({ min: 0, max: 20_000 }),
    fc.boolean(),
  )
  fc.assert(
    fc.property(timed, ([limit, start, takes, more, hasTime]) => {
      const rule = smallRule('within', `start: [a], end: [b], limit: { ${limit} }`)
      const on = (kind: string, minute: number): CaseEvent => ({
        kind,
        day: dayOf(minute * 60_000),
        moment: hasTime ? minute * 60_000 : null,
        unit: '',
        caseworker: '',
        child: '',
        attributes: {},
      })
      const judge = (end: number) => judgeCase(rule, [on('a', start), on('b', end)], startOfDay(to + 400))[0]
      const [early, late] = [judge(start + takes), judge(start + takes + more)]
      const order = ['met', 'cannot-tell', 'late']
      expect(order.indexOf(late?.state ?? '')).toBeGreaterThanOrEqual(order.indexOf(early?.state ?? ''))
      expect(late?.lateBy ?? 0).toBeGreaterThanOrEqual(early?.lateBy ?? 0)
      expect(late?.due).toEqual(early?.due)
    }),
    { numRuns: 500 },
  )
})

test('tens of thousands of events in one case, which a wrongly mapped column makes, are judged in seconds', () => {
  const many = Array.from({ length: 40_000 }, (_, index): CaseEvent => ({
    kind: kinds[index % kinds.length] ?? '',
    day: from + (index % 500),
    moment: null,
    unit: '',
    caseworker: '',
    child: index % 3 === 0 ? `child ${index % 40}` : '',
    attributes: {},
  }))
  const before = performance.now()
  expect(judgeCase(laws, many, startOfDay(to)).length).toBeGreaterThan(10_000)
  expect(performance.now() - before).toBeLessThan(30_000)
})
