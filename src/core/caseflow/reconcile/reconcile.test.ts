import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { smallProgramme } from '../../../../test/support/small-programme.ts'
import { isoDay } from '../../calendar/day-number.ts'
import type { AnswerValue } from '../../programme/programme.ts'
import type { Answer } from '../../review/answer.ts'
import { reconcile, type FrameStage } from './reconcile.ts'
import type { Reconciliation } from './reconciliation.ts'
import type { QuestionPair } from './reconciliation-mapping.ts'
import type { RegistryClock } from './registry-finding.ts'

const pairs: readonly QuestionPair[] = [
  { question: 'F-1', rules: ['R01'], match: 'started', every: false, note: null },
  // "No" is what complies.
  { question: 'F-2', rules: ['R02'], match: 'started', every: false, note: null },
]

interface Case {
  readonly unit: string
  readonly first: AnswerValue
  readonly second: AnswerValue
  readonly firstState: RegistryClock['state'] | null
  readonly secondState: RegistryClock['state'] | null
}

const point = (day: number) => ({ day, moment: null })
const clock = (rule: string, state: RegistryClock['state']): RegistryClock => ({
  rule,
  state,
  started: point(105),
  due: point(106),
  done: null,
  lateBy: null,
  because: null,
})

function reconciled(cases: readonly Case[], more: readonly Case[] = []): Reconciliation {
  const answers: Answer[] = cases.flatMap(({ unit, first, second }, at) => {
    const row = { round: 'now', caseId: `c${at}`, stage: 'first', unit, level: 2, weight: 1 }
    return [
      { ...row, question: 'F-1', answer: first },
      { ...row, question: 'F-2', answer: second },
    ]
  })
  const all = [...cases, ...more]
  const frame = all.map((_, at): FrameStage => ({
    caseId: `c${at}`,
    stage: 'first',
    started: isoDay(100),
    completed: isoDay(120),
  }))
  const clocks = new Map(
    all.map(({ firstState, secondState }, at) => [
      `c${at}`,
      [
        ...(firstState === null ? [] : [clock('R01', firstState)]),
        ...(secondState === null ? [] : [clock('R02', secondState)]),
      ],
    ]),
  )
  const result = reconcile({
    analysis: { programme: smallProgramme, round: 'now', answers },
    level: 2,
    pairs,
    clocks,
    frame,
  })
  if (!result.ok) throw new Error(result.problems[0]?.text.en)
  return result.value
}

const like = (unit: string, first: AnswerValue, state: RegistryClock['state'] | null): Case => ({
  unit,
  first,
  second: 'na',
  firstState: state,
  secondState: null,
})
const times = (n: number, one: Case) => Array.from({ length: n }, () => one)

const anyState = fc.constantFrom<RegistryClock['state'] | null>(
  'met',
  'late',
  'open',
  'running',
  'cannot-tell',
  'not-applicable',
  null,
)
const anyAnswer = fc.constantFrom<AnswerValue>('yes', 'no', 'na')
const anyCase = fc.record({
  unit: fc.constantFrom('Nord', 'Syd', 'Øst'),
  first: anyAnswer,
  second: anyAnswer,
  firstState: anyState,
  secondState: anyState,
})

describe('registry and reviewers', () => {
  test('are held against each other by what the question expects, not by yes and no', () => {
    const { answers } = reconciled([
      { unit: 'Nord', first: 'yes', second: 'no', firstState: 'met', secondState: 'met' },
      { unit: 'Nord', first: 'no', second: 'yes', firstState: 'met', secondState: 'late' },
      { unit: 'Nord', first: 'yes', second: 'yes', firstState: 'open', secondState: 'met' },
    ])
    expect(answers.map(({ question, outcome }) => `${question} ${outcome}`)).toEqual([
      'F-1 agree-in-time',
      'F-2 agree-in-time',
      'F-1 registry-only',
      'F-2 agree-late',
      'F-1 reviewer-only',
      'F-2 registry-only',
    ])
  })

  test('every answer to a paired question is counted once, in the whole and in its unit', () => {
    fc.assert(
      fc.property(fc.array(anyCase, { minLength: 1, maxLength: 40 }), (cases) => {
        const { answers, units, questions } = reconciled(cases)
        expect(answers).toHaveLength(cases.length * 2)
        const sum = (counts: object) => Object.values(counts).reduce((all: number, n: number) => all + n, 0)
        const [whole, ...each] = units
        expect(whole?.unit).toBeNull()
        expect(sum(whole?.counts ?? {})).toBe(answers.length)
        expect(each.reduce((all, { counts }) => all + sum(counts), 0)).toBe(answers.length)
        expect(questions.reduce((all, { counts }) => all + sum(counts), 0)).toBe(answers.length)
        for (const { agreement, counts } of [...units, ...questions]) {
          const agree = counts['agree-in-time'] + counts['agree-late']
          const differ = counts['registry-only'] + counts['reviewer-only']
          expect([agreement.numerator, agreement.denominator]).toEqual([agree, agree + differ])
          if (agreement.share === null || agreement.interval === null) continue
          expect(agreement.interval[0]).toBeLessThanOrEqual(agreement.share)
          expect(agreement.interval[1]).toBeGreaterThanOrEqual(agreement.share)
        }
      }),
      { numRuns: 60 },
    )
  })

  test('the order of the answers changes nothing', () => {
    fc.assert(
      fc.property(fc.array(anyCase, { minLength: 2, maxLength: 20 }), (cases) => {
        const turned = reconciled(cases.toReversed())
        const straight = reconciled(cases)
        const figures = ({ units, questions }: Reconciliation) => ({
          units: units.map(({ unit, counts, againstRest }) => ({ unit, counts, againstRest })),
          questions: questions.map(({ counts, corrected }) => ({ counts, corrected })),
        })
        expect(figures(turned)).toEqual(figures(straight))
      }),
      { numRuns: 30 },
    )
  })

  test('each side’s word is told by the other’s, both ways', () => {
    const { questions } = reconciled([
      ...times(12, like('Nord', 'yes', 'met')),
      ...times(4, like('Nord', 'no', 'met')),
      ...times(3, like('Syd', 'no', 'late')),
      ...times(1, like('Syd', 'yes', 'late')),
      ...times(5, like('Syd', 'no', null)),
    ])
    const { lateOfNo, inTimeOfYes, noOfLate, yesOfInTime } = questions[0]?.sensitivity ?? {}
    const counts = [lateOfNo, inTimeOfYes, noOfLate, yesOfInTime].map(
      (found) => `${found?.numerator}/${found?.denominator}`,
    )
    expect(counts).toEqual(['3/7', '12/13', '3/4', '12/16'])
  })

  test('the registry’s share of all cases is corrected by the reviewed ones', () => {
    const reviewed = [...times(15, like('Nord', 'yes', 'met')), ...times(5, like('Nord', 'no', 'met'))]
    const others = times(80, like('Nord', 'yes', 'met'))
    const { corrected } = reconciled(reviewed, others).questions[0] ?? {}
    expect(corrected).toMatchObject({ stages: 100, judged: 100, inTime: 100, kind: 'corrected', share: 0.75 })
  })

  test('a unit that disagrees far more often than the rest is called so, and ten cases a side are needed to say anything', () => {
    const cases = [
      ...times(30, like('Nord', 'yes', 'met')),
      ...times(30, like('Øst', 'yes', 'met')),
      ...times(6, like('Syd', 'yes', 'met')),
      ...times(9, like('Syd', 'no', 'met')),
      ...times(9, like('Vest', 'no', 'met')),
    ]
    const of = (wanted: string) => reconciled(cases).units.find(({ unit }) => unit === wanted)?.againstRest
    expect(of('Syd')?.differs).toBe('less')
    expect(of('Nord')?.differs).toBe('more')
    expect(of('Vest')).toEqual({ p: null, q: null, differs: 'too-few' })
  })

  test('where nothing was matched it says why', () => {
    const several = { ...like('Nord', 'yes', 'met'), secondState: 'met' as const }
    const { notMatched, answers } = reconciled([like('Nord', 'yes', null), like('Nord', 'na', null), several])
    // The second's reviewer found nothing to judge, so nothing was missed.
    expect(notMatched).toEqual({ none: 1, several: 0 })
    expect(answers.filter(({ outcome }) => outcome === 'not-matched')).toHaveLength(1)
  })
})
