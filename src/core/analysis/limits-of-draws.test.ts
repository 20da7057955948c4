import { Buffer } from 'node:buffer'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { caseStage, valueOf } from '../draw/draw-fixture.ts'
import type { DrawFile } from '../draw/draw-file.ts'
import { drawSample } from '../draw/draw-sample.ts'
import type { AnswerValue, Programme, Selection } from '../programme/programme.ts'
import type { CaseStage } from '../registry/case-stage.ts'
import type { Answer } from '../review/answer.ts'
import { review, smallProgramme } from '../../../test/support/small-programme.ts'
import { analyse } from './analyse.ts'
import { compositeOf } from './composites.ts'
import { indexQuestions } from './question-index.ts'
import { listReviewedCases, type ReviewedCase } from './reviewed-case.ts'
import type { Analysis, Proportion } from './analysis.ts'

const month = '2018-02-01'

function programmeWith(...selections: readonly Selection[]): Programme {
  return {
    ...smallProgramme,
    levels: smallProgramme.levels.slice(0, selections.length).map((level, at) => ({
      ...level,
      selection: selections[at] ?? level.selection,
      comparison: at === selections.length - 1,
    })),
  }
}

function drawAll(programme: Programme, frame: readonly CaseStage[], seed: string): readonly DrawFile[] {
  const draws: DrawFile[] = []
  for (const { level } of programme.levels) {
    const from = draws.at(-1)
    const plan = { programme, round: 'now', level, ...(from === undefined ? {} : { from }) }
    draws.push(valueOf(drawSample(frame, plan, Buffer.from(seed))))
  }
  return draws
}

type Judge = (caseId: string, level: number) => readonly AnswerValue[]

function answersTo(draws: readonly DrawFile[], frame: readonly CaseStage[], judge: Judge): readonly Answer[] {
  const units = new Map(frame.map(({ caseId, unit }) => [caseId, unit]))
  return draws.flatMap(({ level, cases }) =>
    cases.flatMap(({ caseId, stage }) =>
      review(caseId, judge(caseId, level), { level, stage, unit: units.get(caseId) ?? '' }),
    ),
  )
}

function rowOf(analysis: Analysis, question: string, level = 1): Proportion {
  const row = analysis.questions.find(
    (one) => one.question === question && one.level === level && one.unit === null,
  )
  if (row === undefined) throw new Error('no such question')
  return row
}

describe('a stage that the draw was not stratified by', () => {
  /** Fourteen caseworkers with one notification each, of whom two have an assessment too, and both of these are drawn. */
  const frame = [
    ...Array.from({ length: 14 }, (_, at) =>
      caseStage(`n${at}`, { stage: 'first', unit: 'A', caseworker: `C${at}`, completed: month }),
    ),
    ...[0, 1].map((at) =>
      caseStage(`a${at}`, { stage: 'second', unit: 'A', caseworker: `C${at}`, completed: month }),
    ),
  ]
  const programme = programmeWith({
    kind: 'random',
    strata: ['unit', 'caseworker', 'month'],
    quotas: [{ take: 1 }],
  })
  const seed = Array.from({ length: 200 }, (_, at) => `seed-number-${at}`).find((one) => {
    const drawn = drawAll(programme, frame, one)[0]?.cases ?? []
    return drawn.filter(({ stage }) => stage === 'second').length === 2
  })
  if (seed === undefined) throw new Error('no such seed')
  const draws = drawAll(programme, frame, seed)
  const analysed = (given?: readonly CaseStage[], not: readonly string[] = ['n2', 'n3']) =>
    valueOf(
      analyse({
        programme,
        round: 'now',
        answers: answersTo(draws, frame, (caseId) => [not.includes(caseId) ? 'no' : 'yes']),
        draws,
        ...(given === undefined ? {} : { frame: given }),
      }),
    )

  it('is not certain although all that was drawn of it weighs 1', () => {
    const row = rowOf(analysed(), 'F-1')
    expect(row).toMatchObject({ numerator: 10, denominator: 12, method: 'wilson' })
    const [lower, upper] = row.interval ?? [1, 1]
    // Two cases were not seen, of whatever stage.
    expect(lower).toBeGreaterThanOrEqual(10 / 14)
    expect(lower).toBeLessThan(10 / 12 - 0.03)
    expect(upper).toBeCloseTo(12 / 14, 12)
  })

  it('has limits by the number of its unseen cases, where the frame tells it', () => {
    const row = rowOf(analysed(frame), 'F-1')
    expect(row.interval?.[0]).toBeCloseTo(10 / 14, 12)
    expect(row.interval?.[1]).toBeCloseTo(12 / 14, 12)
    expect(rowOf(analysed(frame), 'S-1')).toMatchObject({ interval: [1, 1], method: 'hypergeometric' })
  })

  it.each<[string, readonly string[]]>([
    ['two of twelve did not comply', ['n2', 'n3']],
    ['one did not', ['n4']],
    ['all complied', []],
  ])('is never surer without the frame than with it: %s', (_, not) => {
    const [without, told] = [analysed(undefined, not), analysed(frame, not)]
    const pairs = [
      [rowOf(without, 'F-1').interval, rowOf(told, 'F-1').interval],
      ...without.composites.map((row, at) => [row.interval, told.composites[at]?.interval]),
    ]
    for (const [wide, narrow] of pairs) {
      expect(wide?.[0]).toBeLessThanOrEqual((narrow?.[0] ?? -1) + 1e-12)
      expect(wide?.[1]).toBeGreaterThanOrEqual((narrow?.[1] ?? 2) - 1e-12)
    }
    expect(rowOf(without, 'F-1').interval?.[0]).toBeLessThan((12 - not.length) / 12 - 0.05)
  })

  it('takes no numbers from a frame that is not the one drawn from', () => {
    expect(analysed(frame.slice(1))).toEqual({
      ...analysed(),
      stages: analysed(frame.slice(1)).stages,
      contradictions: analysed(frame.slice(1)).contradictions,
    })
  })
})

describe('a census of which not all reviews are in', () => {
  const frame = Array.from({ length: 20 }, (_, at) =>
    caseStage(`c${at}`, { stage: at < 12 ? 'first' : 'second', unit: at % 2 === 0 ? 'A' : 'B' }),
  )
  const programme = programmeWith({ kind: 'census' }, { kind: 'census' })
  const draws = drawAll(programme, frame, 'seed')
  const all = answersTo(draws, frame, (caseId) => (caseId.length % 2 === 0 ? ['yes', 'no'] : ['no', 'no']))
  const late = all.filter(({ caseId }) => caseId !== 'c3')
  const analysed = (answers: readonly Answer[]) =>
    valueOf(analyse({ programme, round: 'now', answers, draws }))

  it('carries its unseen case in every interval of its stage and of the whole', () => {
    const analysis = analysed(late)
    const x = rowOf(analysis, 'F-1').numerator
    expect(rowOf(analysis, 'F-1').interval?.[0]).toBeCloseTo(x / 12, 12)
    expect(rowOf(analysis, 'F-1').interval?.[1]).toBeCloseTo((x + 1) / 12, 12)
    const widths = analysis.composites.map(({ stage, interval }) => [
      stage,
      (interval?.[1] ?? 0) - (interval?.[0] ?? 0),
    ])
    for (const [stage, width] of widths)
      expect([stage, Number(width) > 1e-6]).toEqual([stage, stage !== 'second' && width !== 0])
    const agreement = analysis.agreement.find(({ stage, question }) => stage === 'first' && question === null)
    expect(agreement?.interval?.[0]).toBeLessThan(1)
    expect(rowOf(analysis, 'S-1').interval?.[0]).toBe(rowOf(analysis, 'S-1').interval?.[1])
  })

  it('has no width when all are in, and some where an answer is missing', () => {
    const complete = rowOf(analysed(all), 'F-1')
    expect(complete.interval?.[0]).toBe(complete.interval?.[1])
    const gap = analysed(all.filter(({ caseId, question }) => caseId !== 'c3' || question !== 'F-1'))
    expect(rowOf(gap, 'F-1').interval?.[0]).toBeLessThan(rowOf(gap, 'F-1').interval?.[1] ?? 0)
    expect(rowOf(gap, 'F-2')).toEqual(rowOf(analysed(all), 'F-2'))
  })
})

const strata = fc.subarray(['unit', 'caseworker', 'month', 'stage'])
const quotas = fc.integer({ min: 1, max: 4 }).map((take) => [{ take }])
const selection: fc.Arbitrary<Selection> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('random' as const), strata, quotas }) },
  { weight: 1, arbitrary: fc.constant({ kind: 'census' as const }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('risk-weighted' as const),
      risk: fc.constant('risk'),
      strata,
      quotas,
    }),
  },
)
const frames = fc
  .array(
    fc.record({
      stage: fc.constantFrom('first', 'second'),
      unit: fc.constantFrom('A', 'B'),
      caseworker: fc.constantFrom('1', '2', '3', '4'),
      month: fc.constantFrom('01', '02'),
      risk: fc.integer({ min: 1, max: 5 }),
    }),
    { minLength: 3, maxLength: 24 },
  )
  .map((rows) =>
    rows.map(({ month: of, risk, ...rest }, at) =>
      caseStage(`c${at}`, { ...rest, completed: `2018-${of}-01`, attributes: { risk: `${risk}` } }),
    ),
  )
const round = fc
  .record({
    frame: frames,
    selections: fc.array(selection, { minLength: 1, maxLength: 2 }),
    seed: fc.string({ minLength: 1, maxLength: 8 }),
    /** Which reviews are in, and what they say. */
    late: fc.array(fc.boolean(), { minLength: 48, maxLength: 48 }),
    isLate: fc.boolean(),
    says: fc.array(fc.constantFrom<AnswerValue>('yes', 'no', 'na'), { minLength: 64, maxLength: 64 }),
    withFrame: fc.boolean(),
  })
  .map(({ frame, selections, seed, late, isLate, says, withFrame }) => {
    const programme = programmeWith(...selections)
    const draws = drawAll(programme, frame, seed)
    const numberOf = (caseId: string): number => Number(caseId.slice(1))
    const answers = answersTo(draws, frame, (caseId, level) =>
      [0, 1, 2, 3]
        .slice(0, frame[numberOf(caseId)]?.stage === 'first' ? 4 : 2)
        .map((at) => says[(numberOf(caseId) * 2 + level + at) % 64] ?? 'na'),
    ).filter(({ caseId, level }) => !isLate || late[numberOf(caseId) * level] === true)
    return { programme, frame, draws, answers, withFrame }
  })

type Row = Proportion & {
  readonly level: number
  readonly stage: string | null
  readonly unit: string | null
}

/** Sum and number of the values that a row was made of: of answers, or of cases' shares. */
type ValuesOf = (row: Row) => { readonly sum: number; readonly n: number }

/** What is wrong with a row's interval, when `unseen` cases of its scope were not reviewed and `told` says that the draw tells so. */
function faultsOf(
  row: Row,
  { sum, n }: ReturnType<ValuesOf>,
  unseen: number,
  told: boolean,
): readonly string[] {
  const { share, interval } = row
  if (share === null || interval === null) return []
  const [lower, upper] = interval
  const width = upper - lower
  return [
    ...(lower <= share && share <= upper ? [] : ['the estimate lies outside']),
    ...(unseen > 0 && width < 1e-4 ? ['no width although cases are unseen'] : []),
    ...(told && unseen === 0 && width > 0 ? ['width although all was seen'] : []),
    ...(told && lower < sum / (n + unseen) - 1e-12 ? ['lower than possible'] : []),
    ...(told && upper > (sum + unseen) / (n + unseen) + 1e-12 ? ['higher than possible'] : []),
  ]
}

describe('whatever was drawn, and whoever is late', () => {
  it('every interval holds its estimate, keeps to what is possible, and has no width only where nothing is unseen', () => {
    fc.assert(
      fc.property(round, ({ programme, frame, draws, answers, withFrame }) => {
        fc.pre(answers.length > 0)
        const given = withFrame ? { frame } : {}
        const analysis = valueOf(analyse({ programme, round: 'now', answers, draws, ...given }))
        const index = indexQuestions(programme)
        const reviews = listReviewedCases(answers, 'now')
        const reviewsOf = ({ level, stage, unit }: Row): readonly ReviewedCase[] =>
          reviews.filter(
            (one) =>
              one.level === level &&
              (stage === null || one.stage === stage) &&
              (unit === null || one.unit === unit),
          )
        const unseenBy = (row: Row): number =>
          frame.filter(
            ({ stage, unit }) =>
              (row.stage === null || stage === row.stage) && (row.unit === null || unit === row.unit),
          ).length - reviewsOf(row).length
        const composites: ValuesOf = (row) => {
          const values = reviewsOf(row).flatMap((one) => {
            const { compliant, applicable } = compositeOf(one, index)
            return applicable === 0 ? [] : [compliant / applicable]
          })
          return { sum: values.reduce((total, value) => total + value, 0), n: values.length }
        }
        const faults = [
          ...analysis.questions.flatMap((row) =>
            faultsOf(row, { sum: row.numerator, n: row.denominator }, unseenBy(row), withFrame),
          ),
          ...analysis.questions.flatMap((row) =>
            row.annex === null
              ? []
              : faultsOf(
                  { ...row, interval: row.annex.kornGraubard },
                  { sum: row.numerator, n: row.denominator },
                  unseenBy(row),
                  withFrame,
                ).map((fault) => `Korn and Graubard: ${fault}`),
          ),
          ...analysis.composites.flatMap((row) => faultsOf(row, composites(row), unseenBy(row), withFrame)),
          ...analysis.cascade.flatMap(({ interval, estimate }) =>
            interval === null || estimate === null || (interval[0] <= estimate && estimate <= interval[1])
              ? []
              : ['the cascade lies outside its interval'],
          ),
        ]
        expect(faults).toEqual([])
      }),
      { numRuns: 400 },
    )
  })
})
