import { expect, it } from 'vitest'
import { caseStage, programmeOf, seed, valueOf } from '../draw/draw-fixture.ts'
import { drawSample } from '../draw/draw-sample.ts'
import type { Selection } from '../programme/programme.ts'
import { applyDraws } from './apply-draws.ts'

const frame = [1, 1, 2, 3, 3].map((risk, at) =>
  caseStage(`C${at}`, { completed: `2018-02-0${at + 1}`, attributes: { risiko: String(risk) } }),
)
const quotas = [{ take: 2 }]

/** The weights that the answers of a level get, and where they come from. */
function weightsOf(selection: Selection, above?: Selection) {
  const programme = programmeOf(...(above === undefined ? [selection] : [selection, above]))
  const first = valueOf(drawSample(frame, { programme, round: 'r', level: 1 }, seed))
  const draws =
    above === undefined
      ? [first]
      : [first, valueOf(drawSample(frame, { programme, round: 'r', level: 2, from: first }, seed))]
  const last = draws.at(-1) ?? first
  const answers = last.cases.map(({ caseId, stage }) => ({
    round: 'r',
    caseId,
    stage,
    unit: 'Nord',
    level: last.level,
    question: 'Q',
    answer: 'yes' as const,
    weight: 7,
  }))
  const { answers: weighted, sourceOf } = valueOf(applyDraws(answers, draws))
  return {
    source: sourceOf('r', last.level),
    weights: weighted.map(({ caseId, weight }) => [caseId, weight]),
  }
}

const riskOf = (caseId: string) => Number(frame.find((row) => row.caseId === caseId)?.attributes['risiko'])

it('weighs cases drawn at random, or passed on, by how many each stands for', () => {
  const random = weightsOf({ kind: 'random', strata: [], quotas })
  expect(random.source).toBe('draw')
  expect(random.weights.map(([, weight]) => weight)).toEqual([2.5, 2.5])
  const passed = weightsOf({ kind: 'pass-on', strata: [], quotas, passOn: 1 }, { kind: 'census' })
  expect(passed.source).toBe('draw')
  expect(passed.weights.map(([, weight]) => weight)).toEqual([5])
})

it('weighs cases drawn by risk by the inverse of their own chance', () => {
  const { source, weights } = weightsOf({ kind: 'risk-weighted', risk: 'risiko', strata: [], quotas })
  expect(source).toBe('draw')
  for (const [caseId, weight] of weights) expect(weight).toBeCloseTo(10 / (2 * riskOf(String(caseId))), 12)
})

it('counts each case of a census once, as certain', () => {
  const { source, weights } = weightsOf({ kind: 'census' })
  expect(source).toBe('draw')
  expect(weights.map(([, weight]) => weight)).toEqual([1, 1, 1, 1, 1])
})

it('knows no weight where a date chose, here or below, and says so', () => {
  const newest: Selection = { kind: 'newest-first', before: '2018-03-01', strata: [], quotas }
  for (const above of [undefined, { kind: 'random', strata: [], quotas: [{ take: 1 }] } as const]) {
    const { source, weights } = weightsOf(newest, above)
    expect(source).toBe('none')
    for (const [, weight] of weights) expect(weight).toBe(1)
  }
})
