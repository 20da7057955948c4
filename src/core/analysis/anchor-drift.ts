import type { LocalText } from '../language/language.ts'
import type { Answer } from '../review/answer.ts'
import { sampleMoments } from '../statistics/sample-moments.ts'
import { compositeOf } from './composites.ts'
import { countsOf } from './counts-of.ts'
import { noDrift, studentised } from './drift-limits.ts'
import type { DriftResult } from './inference.ts'
import type { QuestionIndex } from './question-index.ts'
import type { ReviewedCase } from './reviewed-case.ts'

type ReviewerOf = (review: ReviewedCase) => string | undefined

interface AnchorInput {
  readonly now: readonly ReviewedCase[]
  readonly baseline: readonly ReviewedCase[]
  readonly index: QuestionIndex
  readonly reviewerNow: ReviewerOf
  readonly reviewerBefore: ReviewerOf
}

/** Anchors by level that both rounds reviewed: the files are the same, so any change is the reviewers'. */
export function listAnchorDrift(input: AnchorInput): readonly DriftResult[] {
  const { now, baseline, index, reviewerNow, reviewerBefore } = input
  const levels = [...new Set(now.map(({ level }) => level))]
  return levels.flatMap((level): readonly DriftResult[] => {
    const [current, before] = [now, baseline].map((reviews) => reviews.filter((one) => one.level === level))
    let sameReviewer = 0
    const paired: { readonly now: ReviewedCase[]; readonly baseline: ReviewedCase[] } = {
      now: [],
      baseline: [],
    }
    const differences = (current ?? []).flatMap((review) => {
      const earlier = before?.find(({ caseId, stage }) => caseId === review.caseId && stage === review.stage)
      if (earlier === undefined) return []
      const [a, b] = [compositeOf(review, index), compositeOf(earlier, index)]
      if (a.applicable === 0 || b.applicable === 0) return []
      paired.now.push(review)
      paired.baseline.push(earlier)
      const reviewer = reviewerNow(review)
      if (reviewer !== undefined && reviewer === reviewerBefore(earlier)) sameReviewer += 1
      return [a.compliant / a.applicable - b.compliant / b.applicable]
    })
    const common = {
      kind: 'anchors',
      stage: null,
      level,
      cases: paired.now.length,
      baselineCases: paired.baseline.length,
      now: countsOf(paired.now, index),
      baseline: countsOf(paired.baseline, index),
      plainChange: null,
      plainCounts: null,
      sameReviewer,
    } as const
    if (differences.length < 2) return [{ ...common, ...noDrift, reason: fewAnchors }]
    const { n, mean, variance } = sampleMoments(differences, 'differences')
    const error = Math.sqrt(variance / n)
    // Nothing to measure chance by; with the same difference everywhere an interval of no width would claim certainty.
    if (error < 1e-12) return [{ ...common, ...noDrift, change: mean, reason: allAlike }]
    return [{ ...common, change: mean, ...studentised(mean, error, n - 1), usable: true, reason: null }]
  })
}

/** Who reviewed, where the answers say so. */
export function reviewers(answers: readonly Answer[], round: string): ReviewerOf {
  const known = new Map<string, string>()
  for (const { round: of, caseId, stage, level, reviewer } of answers)
    if (of === round && reviewer !== undefined) known.set(`${level}\t${stage}\t${caseId}`, reviewer)
  return ({ level, stage, caseId }) => known.get(`${level}\t${stage}\t${caseId}`)
}

const fewAnchors: LocalText = {
  da: 'Der skal mindst to ankersager til, som niveauet har gennemgået i begge runder.',
  en: 'It takes at least two anchor cases that the level reviewed in both rounds.',
}

const allAlike: LocalText = {
  da: 'Alle ankersager er bedømt med den samme forskel mellem de to runder, så det kan ikke måles, hvad tilfældet gør.',
  en: 'All anchor cases were judged with the same difference between the two rounds, so what chance does cannot be measured.',
}
