import { describe, expect, it } from 'vitest'
import { caseStage, programmeOf, seed, valueOf } from '../draw/draw-fixture.ts'
import { drawSample } from '../draw/draw-sample.ts'
import type { DrawFile } from '../draw/draw-file.ts'
import type { Programme } from '../programme/programme.ts'
import { review, smallProgramme } from '../../../test/support/small-programme.ts'
import { analyse } from './analyse.ts'
import { applyDraws } from './apply-draws.ts'

const frame = [10, 30].flatMap((size, unit) =>
  Array.from({ length: size }, (_, at) => caseStage(`${unit}-${at}`, { unit: `U${unit}`, stage: 'first' })),
)
const quota = (take: number) => ({ kind: 'random', strata: ['unit'], quotas: [{ take }] }) as const
const programme: Programme = {
  ...smallProgramme,
  levels: programmeOf(quota(8), quota(4)).levels.map((level) => ({
    ...level,
    comparison: level.level === 2,
  })),
}

function draw(level: number, from?: DrawFile): DrawFile {
  return valueOf(
    drawSample(frame, { programme, round: 'now', level, ...(from === undefined ? {} : { from }) }, seed),
  )
}
const first = draw(1)
const second = draw(2, first)
/** Every drawn case reviewed; cases of U0 comply. */
const answers = [first, second].flatMap(({ level, cases }) =>
  cases.flatMap(({ caseId }) =>
    review(caseId, [caseId.startsWith('0') ? 'yes' : 'no'], { level, unit: `U${caseId[0]}`, weight: 99 }),
  ),
)

describe('weights from draw files', () => {
  it('are 1 / the chance to be drawn over all levels, in place of the answers’ own', () => {
    const { answers: weighted, sourceOf } = valueOf(applyDraws(answers, [second, first]))
    const weightsAt = (level: number, unit: string) =>
      new Set(weighted.filter((one) => one.level === level && one.unit === unit).map(({ weight }) => weight))
    expect([...weightsAt(1, 'U0')]).toEqual([10 / 8])
    expect([...weightsAt(1, 'U1')]).toEqual([30 / 8])
    expect([...weightsAt(2, 'U0')]).toEqual([10 / 4])
    expect([...weightsAt(2, 'U1')]).toEqual([30 / 4])
    expect([sourceOf('now', 1), sourceOf('now', 2), sourceOf('before', 1)]).toEqual(['draw', 'draw', 'none'])
  })

  it('make the share that of the population, not of the sample', () => {
    const analysis = valueOf(analyse({ programme, round: 'now', answers, draws: [first, second] }))
    const row = analysis.questions.find(
      (one) => one.question === 'F-1' && one.unit === null && one.level === 2,
    )
    expect(row).toMatchObject({ numerator: 4, denominator: 8, share: 0.25 })
    expect(analysis.levels.map(({ weights }) => weights)).toEqual(['draw', 'draw'])
    expect(analysis.cascade[0]).toMatchObject({
      weights: 'draw',
      population: expect.closeTo(40, 9) as number,
    })
  })

  it('leave anchors alone, which are reviewed without being drawn', () => {
    const anchor = { caseId: 'old', stage: 'first' }
    const withAnchor = [...answers, ...review('old', ['yes'], { level: 1, unit: 'U0' })]
    const kept = valueOf(applyDraws(withAnchor, [first, second], { anchors: [anchor] })).answers
    expect(kept.filter(({ caseId }) => caseId === 'old').map(({ weight }) => weight)).toEqual([1])
    expect(applyDraws(withAnchor, [first, second]).ok).toBe(false)
  })

  it('give a census no uncertainty and most of a population exact limits', () => {
    const all: Programme = {
      ...programme,
      levels: programmeOf(
        { kind: 'census' },
        { kind: 'random', strata: [], quotas: [{ take: 30 }] },
      ).levels.map((level) => ({ ...level, comparison: level.level === 2 })),
    }
    const census = valueOf(drawSample(frame, { programme: all, round: 'now', level: 1 }, seed))
    const most = valueOf(drawSample(frame, { programme: all, round: 'now', level: 2, from: census }, seed))
    const given = [census, most].flatMap(({ level, cases }) =>
      cases.flatMap(({ caseId }, at) =>
        review(caseId, [at % 2 === 0 ? 'yes' : 'no'], { level, unit: `U${caseId[0]}` }),
      ),
    )
    const analysis = valueOf(analyse({ programme: all, round: 'now', answers: given, draws: [census, most] }))
    const rowAt = (level: number) =>
      analysis.questions.find((one) => one.question === 'F-1' && one.unit === null && one.level === level)
    expect(rowAt(1)).toMatchObject({ method: 'hypergeometric', interval: [0.5, 0.5] })
    const [lower, upper] = rowAt(2)?.interval ?? [0, 1]
    expect(rowAt(2)).toMatchObject({ method: 'hypergeometric', numerator: 15, denominator: 30 })
    expect(upper - lower).toBeLessThan(0.25)
    expect(analysis.composites.find((one) => one.level === 1 && one.unit === null)).toMatchObject({
      interval: [0.5, 0.5],
      method: 'hypergeometric',
    })
  })

  it.each<[string, readonly DrawFile[], string]>([
    ['a level above without the one below', [second], 'draw-below-missing'],
    ['one level twice', [first, first, second], 'draw-given-twice'],
    [
      'a reviewed case that is not in force',
      [{ ...first, cases: first.cases.slice(1) }, second],
      'answered-but-not-drawn',
    ],
  ])('are refused for %s', (_, draws, code) => {
    const result = analyse({
      programme,
      round: 'now',
      answers: answers.filter(({ level }) => level === 1),
      draws,
    })
    expect(result.ok ? [] : result.problems.map((problem) => problem.code)).toContain(code)
  })
})
