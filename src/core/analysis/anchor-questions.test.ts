import { describe, expect, it } from 'vitest'
import { review, smallProgramme } from '../../../test/support/small-programme.ts'
import type { AnswerValue } from '../programme/programme.ts'
import { listAnchorDrift } from './anchor-drift.ts'
import { listAnchorQuestions } from './anchor-questions.ts'
import { analyse } from './analyse.ts'
import { indexQuestions } from './question-index.ts'
import type { ReviewedCase } from './reviewed-case.ts'

const index = indexQuestions(smallProgramme)
const anchor = (caseId: string, answers: Record<string, AnswerValue>): ReviewedCase => ({
  caseId,
  stage: 'first',
  unit: 'N',
  level: 2,
  weight: 1,
  answers: new Map(Object.entries(answers)),
})

describe('anchors question by question', () => {
  const before = [
    anchor('a', { 'F-1': 'yes', 'F-2': 'no' }),
    anchor('b', { 'F-1': 'yes', 'F-2': 'no' }),
    anchor('c', { 'F-1': 'no', 'F-2': 'na' }),
  ]
  const now = [
    anchor('a', { 'F-1': 'no', 'F-2': 'no' }),
    anchor('b', { 'F-1': 'no', 'F-2': 'yes' }),
    anchor('c', { 'F-1': 'yes', 'F-2': 'yes' }),
    anchor('d', { 'F-1': 'yes', 'F-2': 'yes' }),
  ]

  it('counts by what the question expects, and never a case without an earlier review', () => {
    const [first, second] = listAnchorQuestions(now, before, index)
    expect(first).toMatchObject({ question: 'F-1', pairs: 3, stricter: 2, milder: 1, applicability: 0 })
    // F-2 expects a no.
    expect(second).toMatchObject({ question: 'F-2', pairs: 2, stricter: 1, milder: 0, applicability: 1 })
    expect(first?.p).toBeCloseTo(0.625, 10)
  })

  it('says nothing of another level’s earlier review', () => {
    const atOther = before.map((one) => ({ ...one, level: 1 }))
    expect(listAnchorQuestions(now, atOther, index)).toEqual([])
  })
})

describe('anchors that are kept apart from the answers', () => {
  const drawn = ['x', 'y', 'z'].map((caseId) => review(caseId, ['yes'], { round: 'r' }))
  const input = { programme: smallProgramme, round: 'r', answers: drawn.flat() }
  const anchors = {
    now: [
      anchor('a', { 'F-1': 'no' }),
      anchor('b', { 'F-1': 'no', unknown: 'yes' }),
      anchor('c', { 'F-1': 'no' }),
    ],
    earlier: [anchor('a', { 'F-1': 'yes' }), anchor('b', { 'F-1': 'no' }), anchor('c', { 'F-1': 'yes' })],
  }

  it('move drift and nothing else, and drift needs no baseline round', () => {
    const [without, withAnchors] = [analyse(input), analyse({ ...input, anchors })]
    if (!without.ok || !withAnchors.ok) throw new Error('refused')
    expect({ ...withAnchors.value, drift: [] }).toEqual({ ...without.value, drift: [] })
    expect(withAnchors.value.drift).toHaveLength(1)
    expect(withAnchors.value.drift[0]).toMatchObject({ kind: 'anchors', level: 2, cases: 3, sameReviewer: 0 })
    expect(withAnchors.value.drift[0]?.change).toBeCloseTo(-2 / 3, 12)
  })

  it('leaves an anchor that was drawn in another round among that round’s cases', () => {
    const named = { ...smallProgramme, anchors: [{ caseId: 'x', stage: 'first' }] }
    const analysed = analyse({ ...input, programme: named, anchors })
    if (!analysed.ok) throw new Error('refused')
    expect(analysed.value.levels[0]?.reviews).toBe(3)
  })

  it('are counted where both rounds tell of them, as the change is', () => {
    const more = {
      now: [...anchors.now, anchor('d', { 'F-1': 'no' }), anchor('e', { 'F-1': 'na' })],
      earlier: [...anchors.earlier, anchor('e', { 'F-1': 'yes' }), anchor('f', { 'F-1': 'yes' })],
    }
    const analysed = analyse({ ...input, anchors: more })
    if (!analysed.ok) throw new Error('refused')
    expect(analysed.value.drift[0]).toMatchObject({ cases: 3, baselineCases: 3 })
    expect(analysed.value.drift[0]?.change).toBeCloseTo(-2 / 3, 12)
  })

  it('are few words where they are fewer than two', () => {
    const reviewer = () => undefined
    const few = { now: anchors.now.slice(0, 1), baseline: anchors.earlier, index }
    const [row] = listAnchorDrift({ ...few, reviewerNow: reviewer, reviewerBefore: reviewer })
    expect(row).toMatchObject({ usable: false, change: null })
  })
})
