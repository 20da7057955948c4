import { expect, it } from 'vitest'
import { programmeOf, caseStage, seed, valueOf } from '../draw/draw-fixture.ts'
import { drawSample } from '../draw/draw-sample.ts'
import type { Selection } from '../programme/programme.ts'
import { review, smallProgramme } from '../../../test/support/small-programme.ts'
import { analyse } from './analyse.ts'
import { missingReviewsTexts } from './missing-reviews.ts'

const frame = Array.from({ length: 20 }, (_, at) =>
  caseStage(`c${at}`, { stage: 'first', attributes: { risk: String(1 + (at % 3)) } }),
)
const lot: Selection = { kind: 'random', strata: [], quotas: [{ take: 10 }] }

/** What is said where so many of ten drawn cases at either level are reviewed, the second level drawn from the first. */
function analysed(first: number, second: number, selection: Selection = lot, baseline = false) {
  const rounds = baseline ? ['now', 'before'] : ['now']
  const programme = programmeOf(selection, { kind: 'random', strata: [], quotas: [{ take: 5 }] })
  const levels = smallProgramme.levels.slice(0, 2).map((level, at) => ({
    ...level,
    selection: programme.levels[at]?.selection ?? lot,
  }))
  const both = { ...smallProgramme, levels }
  const drawn = rounds.map((round) => {
    const low = valueOf(drawSample(frame, { programme: both, round, level: 1 }, seed))
    return [low, valueOf(drawSample(frame, { programme: both, round, level: 2, from: low }, seed))] as const
  })
  const counts = { now: [first, second], before: [10, 4] } as const
  const answers = drawn.flatMap((pair) =>
    pair.flatMap(({ cases, level, round }, at) =>
      cases
        .slice(0, counts[round === 'now' ? 'now' : 'before'][at])
        .flatMap(({ caseId }, n) => review(caseId, [n % 2 === 0 ? 'yes' : 'no', 'no'], { level, round })),
    ),
  )
  const draws = drawn.flat()
  return valueOf(
    analyse({ programme: both, round: 'now', answers, draws, ...(baseline ? { baseline: 'before' } : {}) }),
  )
}

it('counts for every draw how many of its cases were reviewed, and says what the rest mean', () => {
  const analysis = analysed(7, 0)
  expect(analysis.draws).toEqual([
    { round: 'now', level: 1, drawn: 10, reviewed: 7 },
    { round: 'now', level: 2, drawn: 5, reviewed: 0 },
  ])
  expect(missingReviewsTexts(analysis).map(({ text, prominent }) => [text.en, prominent])).toEqual([
    [
      'Level 1: 7 of 10 drawn cases are reviewed; the figures presuppose that the rest are missing by chance. If it is mostly one kind of case that is missing, for example the most demanding, the figures mislead.',
      true,
    ],
    ['Level 2: none of the 5 drawn cases is reviewed, so the level is no part of the figures.', true],
  ])
})

it('is less loud where nine of ten are reviewed, and silent where all are', () => {
  const few = missingReviewsTexts(analysed(9, 5))
  expect(few.map(({ prominent }) => prominent)).toEqual([false])
  expect(few[0]?.text.en).toMatch(/missing by chance\.$/u)
  expect(missingReviewsTexts(analysed(10, 5))).toEqual([])
})

it('tells of the baseline as well', () => {
  expect(missingReviewsTexts(analysed(10, 5, lot, true)).map(({ text }) => text.da)).toEqual([
    'Niveau 2 i baseline: 4 af 5 trukne sager er gennemgået; tallene forudsætter, at resten mangler ved et tilfælde. Er det især én slags sager, der mangler, for eksempel de tungeste, er tallene misvisende.',
  ])
})

it('names the unit whose cases are missing', () => {
  const draws = [
    { round: 'now', level: 2, drawn: 5, reviewed: 1 },
    { round: 'before', level: 2, drawn: 4, reviewed: 0 },
  ]
  const texts = missingReviewsTexts({ draws, baselineRound: 'before' }, 'Nord').map(({ text }) => text.da)
  expect(texts[0]).toContain('Niveau 2, Nord: 1 af 5 trukne sager er gennemgået')
  expect(texts[1]).toContain('Niveau 2 i baseline, Nord: ingen af de 4 trukne sager er gennemgået')
})

it('plans by the cases of the draw, however many are reviewed and whatever the chances were', () => {
  const byRisk: Selection = { kind: 'risk-weighted', risk: 'risk', strata: [], quotas: [{ take: 10 }] }
  for (const analysis of [analysed(7, 3), analysed(10, 5, byRisk), analysed(6, 2, byRisk)])
    expect(analysis.plan.levels.map(({ population }) => population)).toEqual([20, 20])
})
