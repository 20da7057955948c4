import { describe, expect, it } from 'vitest'
import type { Level, Programme } from '../../programme/programme.ts'
import type { Answer } from '../../review/answer.ts'
import { review, smallProgramme } from '../../../../test/support/small-programme.ts'
import { analyse } from '../analyse.ts'
import type { Analysis } from '../analysis.ts'

const random: Level['selection'] = { kind: 'random', strata: ['stage'], quotas: [{ take: 20 }] }

function programmeWith(change: (level: Level) => Partial<Level>): Programme {
  const levels = smallProgramme.levels.map((level) => ({ ...level, selection: random, ...change(level) }))
  return { ...smallProgramme, levels }
}

function analysed(
  answers: readonly Answer[],
  programme = programmeWith(() => ({})),
  baseline?: string,
): Analysis {
  const result = analyse({
    programme,
    round: 'now',
    answers,
    ...(baseline === undefined ? {} : { baseline }),
  })
  if (!result.ok) throw new Error(result.problems[0]?.text.en)
  return result.value
}

/** 120 cases; level 2 sees every third, level 3 every sixth. `judge` says yes by case, level and question. */
function reviews(
  judge: (at: number, level: number, question: number) => boolean,
  rest: Partial<Answer> = {},
) {
  return Array.from({ length: 120 }, (_, at) =>
    [1, 2, 3]
      .filter((level) => at % (level === 1 ? 1 : level === 2 ? 3 : 6) === 0)
      .flatMap((level) =>
        review(
          `c${at}`,
          [0, 1, 2, 3].map((question) => (judge(at, level, question) === (question !== 1) ? 'yes' : 'no')),
          { level, unit: at % 2 === 0 ? 'A' : 'B', ...rest },
        ),
      ),
  ).flat()
}

/** Spread like chance, but the same each time: multiples of the golden ratio, modulo one. */
const chance = (at: number, of: number): number => ((at + 1) * (of + 1) * 0.618033988749895) % 1
const truth = (at: number, question: number): boolean => chance(at, question) < 0.7

function row(analysis: Analysis, stage: string | null, question: string | null = null) {
  const found = analysis.cascade.find(({ scope }) => scope.stage === stage && scope.question === question)
  if (found === undefined) throw new Error('no such row')
  return found
}

describe('the cascade estimate', () => {
  it('is the lowest level’s own mean where all levels answer alike, and far narrower than the expert alone', () => {
    const analysis = analysed(reviews((at, _, question) => truth(at, question)))
    const overall = row(analysis, null)
    const level1 = analysis.composites.find(
      (one) => one.level === 1 && one.stage === null && one.unit === null,
    )
    expect(overall.usable).toBe(true)
    expect(overall.estimate).toBeCloseTo(level1?.share ?? 0, 9)
    const width = ([lower, upper]: readonly [number, number]): number => upper - lower
    expect(width(overall.interval ?? [0, 1])).toBeLessThan(0.6 * width(overall.expertOnly.interval ?? [0, 0]))
    expect(overall.expertEquivalent).toBeGreaterThan(60)
    expect(overall.lambda).toEqual({ '1': expect.closeTo(1, 9), '2': expect.closeTo(1, 9) })
  })

  it('takes a lenient lower level for what it is: the estimate stays near the expert’s mean', () => {
    const lenient = reviews(
      (at, level, question) => truth(at, question) || (level < 3 && chance(at, question + 9) < 0.9),
    )
    const analysis = analysed(lenient)
    const overall = row(analysis, null)
    const level1 = analysis.composites.find(
      (one) => one.level === 1 && one.stage === null && one.unit === null,
    )
    expect(level1?.share).toBeGreaterThan(0.93)
    expect(overall.estimate).toBeLessThan(0.8)
    expect(Math.abs((overall.estimate ?? 0) - (overall.expertOnly.estimate ?? 1))).toBeLessThan(0.08)
  })

  it('gives a question with ten expert answers or more an interval, and with fewer only counts', () => {
    const many = row(analysed(reviews((at, _, question) => truth(at, question))), 'first', 'F-1')
    expect(many).toMatchObject({ usable: true, method: 'wilson', expertOnly: { denominator: 20 } })
    const few = reviews((at, _, question) => truth(at, question)).filter(
      ({ level, caseId }) => level < 3 || Number(caseId.slice(1)) < 30,
    )
    expect(row(analysed(few), 'first', 'F-1')).toMatchObject({
      usable: false,
      refusal: 'too-few-expert-reviews',
      estimate: null,
      interval: null,
      expertOnly: { denominator: 5, estimate: null },
    })
  })

  it('does not claim certainty where the few expert answers all agree with the level below', () => {
    const alike = row(analysed(reviews((at, _, question) => truth(at, question))), 'first', 'F-1')
    expect(alike.nEff).toBeLessThan(100)
    expect(alike.nEff).toBeGreaterThan(20)
  })

  it('keeps some doubt where all levels agree on every case that the highest saw', () => {
    const overall = row(analysed(reviews((at, _, question) => truth(at, question))), null)
    // Level 3 saw 20 of 120 cases: that it never differed there does not make the rest as good as its own.
    expect(overall.expertEquivalent).toBeLessThan(96)
    expect(overall.expertEquivalent).toBeGreaterThan(40)
  })

  it('is as wide as the expert alone, or narrower, where every answer of all levels is compliant', () => {
    const analysis = analysed(reviews(() => true))
    for (const [stage, question] of [
      [null, null],
      ['first', null],
      ['first', 'F-1'],
    ] as const) {
      const { estimate, interval, expertOnly } = row(analysis, stage, question)
      expect(estimate).toBe(1)
      expect(interval?.[0]).toBeLessThan(0.93)
      expect(interval?.[0]).toBeGreaterThanOrEqual((expertOnly.interval?.[0] ?? 1) - 1e-9)
    }
  })

  it('gives a stage where the expert found nothing amiss no more certainty than its cases are worth', () => {
    // Half the cases lie in another stage, whose shares differ and lend their spread.
    const answers = [
      ...reviews(() => true).filter(({ caseId }) => Number(caseId.slice(1)) >= 60),
      ...Array.from({ length: 60 }, (_, at) =>
        [1, 2, 3]
          .filter((level) => at % (level === 1 ? 1 : level === 2 ? 3 : 6) === 0)
          .flatMap((level) =>
            review(`s${at}`, [truth(at, 0) ? 'yes' : 'no', 'yes'], { level, stage: 'second' }),
          ),
      ).flat(),
    ]
    const stage = row(analysed(answers), 'first')
    expect(stage).toMatchObject({ estimate: 1, method: 'wilson', expertOnly: { cases: 10 } })
    expect(stage.expertOnly.interval?.[0]).toBeLessThan(0.8)
    expect(stage.interval?.[0]).toBeLessThan(0.96)
  })

  it.each<[string, Programme, string]>([
    [
      'cases chosen by date',
      programmeWith(({ level }) =>
        level === 2 ? { selection: { ...random, kind: 'newest-first', before: '2018-01-01' } } : {},
      ),
      'no-chance-known',
    ],
    [
      'a census that was not finished',
      programmeWith(({ level }) => (level === 3 ? { selection: { kind: 'census' } } : {})),
      'not-drawn-from-below',
    ],
  ])('is refused after %s', (_, programme, refusal) => {
    const overall = row(
      analysed(
        reviews((at, __, question) => truth(at, question)),
        programme,
      ),
      null,
    )
    expect(overall).toMatchObject({ usable: false, refusal, estimate: null, interval: null })
    expect(overall.reason?.da).not.toBe('')
  })

  it('is refused when the highest level was not drawn from the others', () => {
    const programme = programmeWith(() => ({}))
    const levels = programme.levels.map((level): Level => {
      const { from, ...rest } = level
      expect(from === undefined).toBe(level.level === 1)
      return rest
    })
    const overall = row(
      analysed(
        reviews((at, __, question) => truth(at, question)),
        { ...programme, levels },
      ),
      null,
    )
    expect(overall).toMatchObject({ usable: false, refusal: 'not-drawn-from-below' })
  })

  it('is refused when a level reviewed cases that the one below did not, and with a single level', () => {
    const all = reviews((at, _, question) => truth(at, question))
    const stray = all.filter(({ caseId, level }) => caseId !== 'c0' || level !== 1)
    expect(row(analysed(stray), null)).toMatchObject({ usable: false, refusal: 'not-nested' })
    const single = all.filter(({ level }) => level === 2)
    expect(row(analysed(single), null)).toMatchObject({ usable: false, refusal: 'one-level' })
  })

  it('leaves out units that no higher level draws from, and says how many cases that is', () => {
    const programme = programmeWith(({ level }) => ({
      selection: {
        kind: 'random',
        strata: ['unit'],
        quotas: level === 3 ? [{ where: { unit: 'B' }, take: 0 }, { take: 20 }] : [{ take: 40 }],
      },
    }))
    const answers = reviews((at, _, question) => truth(at, question)).filter(
      ({ level, unit }) => level < 3 || unit === 'A',
    )
    const overall = row(analysed(answers, programme), null)
    expect(overall).toMatchObject({ usable: true, notCovered: 60 })
    expect(overall.levels[0]).toMatchObject({ level: 1, cases: 60 })
  })
})

describe('drift', () => {
  it('puts a change of the reviewers right: casework alike, lower levels stricter', () => {
    const before = reviews(
      (at, level, question) => truth(at, question) || (level < 3 && chance(at, question + 9) < 0.5),
      {
        round: 'before',
      },
    )
    const now = reviews((at, _, question) => truth(at, question))
    const [overall] = analysed([...before, ...now], undefined, 'before').drift
    expect(overall).toMatchObject({ kind: 'expert-corrected', stage: null, usable: true })
    expect(overall?.plainChange).toBeLessThan(-0.1)
    expect(Math.abs(overall?.change ?? 1)).toBeLessThan(0.05)
  })

  it('measures reviewers on the anchors, and keeps anchors out of every other figure', () => {
    const anchors = Array.from({ length: 12 }, (_, at) => ({ caseId: `old${at}`, stage: 'first' }))
    const programme = { ...programmeWith(() => ({})), anchors }
    const anchorReviews = (round: string, strict: number) =>
      anchors.flatMap(({ caseId }, at) =>
        review(
          caseId,
          [0, 1, 2, 3].map((q) => (chance(at, q) < strict === (q !== 1) ? 'yes' : 'no')),
          {
            round,
            level: 2,
          },
        ).map((answer) => ({ ...answer, reviewer: at === 0 || round === 'now' ? 'R1' : 'R2' })),
      )
    const answers = [
      ...reviews((at, _, q) => truth(at, q), { round: 'before' }),
      ...reviews((at, _, q) => truth(at, q)),
    ]
    const without = analysed(answers, programme, 'before')
    const analysis = analysed(
      [...answers, ...anchorReviews('before', 0.9), ...anchorReviews('now', 0.6)],
      programme,
      'before',
    )
    const drift = analysis.drift.find(({ kind }) => kind === 'anchors')
    expect(drift).toMatchObject({ level: 2, cases: 12, baselineCases: 12, usable: true, sameReviewer: 1 })
    expect(drift?.change).toBeLessThan(-0.15)
    expect(drift?.interval?.[1]).toBeLessThan(0)
    expect({ ...analysis, drift: [] }).toEqual({ ...without, drift: [] })
  })
})
