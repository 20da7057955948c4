import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { momentsOf } from '../../calendar/danish-time.ts'
import { dayNumberOf, isoDay } from '../../calendar/day-number.ts'
import { parsed } from '../judge-fixture.ts'
import type { CaseEvent } from '../case-event.ts'
import type { Deadline } from '../deadline.ts'
import { caseFacts } from './case-facts.ts'
import { compileFlow } from './compile-flow.ts'
import type { FlowFact } from './flow-fact.ts'

const flow = compileFlow([
  parsed(`key: small
version: 1
title: { da: Små, en: Small }
inForce: {}
settings: { saturdayCounts: false }
kinds:
${['in', 'open', 'ready', 'no', 'shut', 'begin', 'end', 'place', 'home', 'plan'].map((key) => `  - { key: ${key}, name: { da: ${key}, en: ${key} } }`).join('\n')}
deadlines:
  - { id: P, kind: within, text: { da: x, en: x }, legal: x, confidence: memory, start: [place], end: [plan], limit: { months: 3 } }
flow:
  received: [in]
  opened: [open]
  completed: [ready]
  settled: ['no']
  closed: [shut]
  times:
    - { key: decision, name: { da: x, en: x }, of: received }
    - { key: work, name: { da: x, en: x }, start: [open], end: [ready] }
  measures: { start: [begin], end: [end], type: measure }
  placements: { start: [place], end: [home], plan: [plan], planRules: [P] }
`),
])

/** 'in 03-01 08:15 child=a': kind, day of 2026, time of day if there is one, what else is said. */
function read(text: string): CaseEvent {
  const [kind = '', on = '', ...more] = text.split(' ')
  const day = dayNumberOf(`2026-${on}`)
  const time = more.find((word) => word.includes(':'))
  const [hour = 0, minute = 0] = (time ?? '').split(':').map(Number)
  const said = Object.fromEntries(more.filter((word) => word.includes('=')).map((word) => word.split('=')))
  const { child = '', unit = '', ...attributes }: Record<string, string> = said
  const moment = time === undefined ? null : (momentsOf(day, hour * 60 + minute)[0] ?? null)
  return { kind, day, moment, unit, caseworker: '', child, attributes }
}

const asOf = Date.parse('2026-12-01T00:00:00Z')
const factsOf = (texts: readonly string[], deadlines: readonly Deadline[] = []) =>
  caseFacts(flow, texts.map(read), deadlines, asOf)
const short = ({ from, to, key, outcome }: FlowFact) =>
  `${key} ${from === null ? '-' : isoDay(from).slice(5)} ${to === null ? '-' : isoDay(to).slice(5)} ${outcome ?? 'open'}`
const received = (...texts: string[]) =>
  factsOf(texts)
    .filter(({ kind }) => kind === 'received')
    .map(short)
const lasting = (kind: FlowFact['kind'], ...texts: string[]) =>
  factsOf(texts)
    .filter((fact) => fact.kind === kind)
    .map(short)

describe('what was received', () => {
  test('is on a new case where no event came before it, and on a known one after', () => {
    expect(received('in 03-01', 'in 03-02')).toEqual(['new 03-01 - open', 'known 03-02 - open'])
  })

  test('twice in a day is new and known by the clock, and new twice where no clock tells', () => {
    expect(received('in 05-05 08:15', 'in 05-05 15:40')).toEqual(['new 05-05 - open', 'known 05-05 - open'])
    expect(received('in 05-05', 'in 05-05')).toEqual(['new 05-05 - open', 'new 05-05 - open'])
  })

  test('is decided by what opens an assessment, or ends it without one, whichever is first', () => {
    expect(received('in 03-01', 'open 03-04', 'no 03-09')).toEqual(['new 03-01 03-04 assessed'])
    expect(received('in 03-01', 'no 03-04', 'open 03-09')).toEqual(['new 03-01 03-04 settled'])
    expect(received('in 03-01', 'shut 03-04')).toEqual(['new 03-01 03-04 settled'])
  })

  test('joins an assessment under way, but not one completed that day or for a sibling', () => {
    expect(received('open 03-01', 'in 03-04')).toEqual(['known 03-04 03-04 joined'])
    expect(received('open 03-01', 'ready 03-04', 'in 03-04')).toEqual(['known 03-04 - open'])
    expect(received('open 03-01 child=a', 'in 03-04 child=b')).toEqual(['known 03-04 - open'])
  })

  test('is decided for each sibling by what is about that child, and for both by what names none', () => {
    const two = ['in 06-02 child=a', 'in 06-02 child=b']
    expect(received(...two, 'open 06-05 child=b')).toEqual(['new 06-02 - open', 'new 06-02 06-05 assessed'])
    expect(received(...two, 'no 06-05')).toEqual(['new 06-02 06-05 settled', 'new 06-02 06-05 settled'])
  })

  test('is decided by name where the decision says what it answers', () => {
    expect(received('in 03-01 event_id=x', 'in 03-02 event_id=y', 'no 03-05 answers=y')).toEqual([
      'new 03-01 - open',
      'known 03-02 03-05 settled',
    ])
  })

  test('became an assessment where one is completed that nobody opened, and how long that took is not told', () => {
    expect(received('in 03-01', 'ready 05-04')).toEqual(['new 03-01 05-04 assessed'])
    expect(received('in 03-01 child=a', 'ready 05-04 child=b')).toEqual(['new 03-01 - open'])
    expect(received('ready 03-04', 'in 03-04')).toEqual(['new 03-04 - open'])
    expect(received('in 03-01', 'no 03-04', 'in 04-01', 'ready 05-04')).toEqual([
      'new 03-01 03-04 settled',
      'known 04-01 05-04 assessed',
    ])
    const timed = (...texts: string[]) =>
      lasting('time', ...texts).filter((text) => text.startsWith('decision'))
    expect(timed('in 03-01', 'open 03-04', 'ready 05-04')).toEqual(['decision 03-01 03-04 done'])
    expect(timed('in 03-01', 'ready 05-04')).toEqual([])
  })

  test('counts on its Danish day on the Sunday that clocks change', () => {
    expect(received('in 03-29 03:30', 'no 03-29 23:59')).toEqual(['new 03-29 03-29 settled'])
  })
})

describe('what lasts', () => {
  test('is timed until it is finished, and a case that closes stops it unfinished', () => {
    expect(lasting('time', 'in 03-01', 'open 03-04', 'ready 05-04')).toEqual([
      'decision 03-01 03-04 done',
      'work 03-04 05-04 done',
    ])
    expect(lasting('time', 'open 03-04', 'shut 04-01')).toEqual(['work 03-04 04-01 stopped'])
  })

  test('has its type, and an end without one ends the oldest', () => {
    expect(
      lasting(
        'measure',
        'begin 01-01 measure=A',
        'begin 02-01 measure=B',
        'end 03-01 measure=B',
        'end 04-01',
      ),
    ).toEqual(['A 01-01 04-01 ended', 'B 02-01 03-01 ended'])
  })

  test('ends with its case unless a better word comes later, and an end without a start is told', () => {
    expect(lasting('measure', 'begin 01-01', 'shut 02-01')).toEqual([' 01-01 02-01 closed'])
    expect(lasting('measure', 'begin 01-01', 'shut 02-01', 'end 02-03')).toEqual([' 01-01 02-03 ended'])
    expect(lasting('measure', 'end 02-03')).toEqual([' - 02-03 loose'])
  })
})

describe('a placement', () => {
  const planOf = (...texts: string[]) =>
    factsOf(texts).flatMap(({ kind, planOn }) =>
      kind === 'placement' ? [planOn === null ? '-' : isoDay(planOn).slice(5)] : [],
    )

  test('has the plan made before it or under it, and none that held for an earlier one', () => {
    expect(planOf('plan 01-01', 'place 02-01')).toEqual(['01-01'])
    expect(planOf('place 02-01', 'plan 03-01')).toEqual(['03-01'])
    expect(planOf('plan 01-01', 'place 02-01', 'home 03-01', 'place 03-01')).toEqual(['01-01', '-'])
    expect(planOf('place 02-01', 'home 03-01', 'plan 04-01')).toEqual(['-'])
  })
})

test('facts are the same in whatever order a file has its events, and end no earlier than they begin', () => {
  const kinds = ['in', 'open', 'ready', 'no', 'shut', 'begin', 'end', 'place', 'home']
  const event = fc.record({
    kind: fc.constantFrom(...kinds),
    day: fc.integer({ min: 20_000, max: 20_015 }),
    moment: fc.constant(null),
    unit: fc.constant(''),
    caseworker: fc.constant(''),
    child: fc.constantFrom('', 'a', 'b'),
    attributes: fc.constant({}),
  })
  fc.assert(
    fc.property(fc.array(event, { maxLength: 12 }), (events) => {
      const facts = caseFacts(flow, events, [], asOf)
      expect(caseFacts(flow, events.toReversed(), [], asOf)).toEqual(facts)
      expect(facts.filter(({ from, to }) => from !== null && to !== null && to < from)).toEqual([])
      const count = (kind: string) => events.filter((one) => one.kind === kind).length
      expect(facts.filter(({ kind }) => kind === 'received')).toHaveLength(count('in'))
      expect(facts.filter(({ kind }) => kind === 'step')).toHaveLength(
        count('open') + count('ready') + count('no') + count('shut'),
      )
    }),
  )
})
