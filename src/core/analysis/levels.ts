import { alphaNominal } from '../statistics/alpha-nominal.ts'
import type { Programme, Question } from '../programme/programme.ts'
import type { LevelComparison } from './analysis.ts'
import { isCompliant } from '../programme/compliant.ts'
import { showsCompliance } from './compliance.ts'
import { compare, type ReviewedCase } from './reviewed-case.ts'

/** One case with its reviews in order of level. */
export interface CaseAtLevels {
  readonly stage: string
  readonly unit: string
  readonly caseId: string
  readonly reviews: readonly ReviewedCase[]
}

/** Cases by the reviews they got, ordered by stage and case. */
export function listCasesAtLevels(reviews: readonly ReviewedCase[]): readonly CaseAtLevels[] {
  const cases = new Map<string, CaseAtLevels & { readonly reviews: ReviewedCase[] }>()
  for (const review of reviews) {
    const key = `${review.stage}\t${review.caseId}`
    const known = cases.get(key)
    if (known === undefined) {
      const { stage, unit, caseId } = review
      cases.set(key, { stage, unit, caseId, reviews: [review] })
    } else known.reviews.push(review)
  }
  return [...cases.values()].sort((a, b) => compare(a.stage, b.stage) || compare(a.caseId, b.caseId))
}

/** Per question: on the cases that every level reviewed and found applicable, how many each level found compliant. */
export function listLevelComparisons(
  programme: Programme,
  cases: readonly CaseAtLevels[],
  levels: readonly number[],
): readonly LevelComparison[] {
  if (levels.length < 2) return []
  const seenByAll = cases.filter((candidate) => candidate.reviews.length === levels.length)
  const units = [null, ...[...new Set(seenByAll.map((seen) => seen.unit))].sort(compare)]
  return units.flatMap((unit) =>
    programme.stages.flatMap((stage) => {
      const ofStage = seenByAll.filter(
        (seen) => seen.stage === stage.key && (unit === null || seen.unit === unit),
      )
      if (ofStage.length === 0) return []
      return stage.questions
        .filter(showsCompliance)
        .map((question) => ({ stage: stage.key, unit, ...compareLevels(question, ofStage, levels) }))
    }),
  )
}

function compareLevels(
  question: Question,
  cases: readonly CaseAtLevels[],
  levels: readonly number[],
): Pick<LevelComparison, 'question' | 'n' | 'notApplicable' | 'compliant' | 'alpha'> {
  const answered = cases.flatMap((seen) => {
    const answers = seen.reviews.map((review) => review.answers.get(question.key))
    return answers.every((answer) => answer !== undefined)
      ? [answers.map((answer) => isCompliant(question, answer))]
      : []
  })
  const ratings = answered.flatMap((row) => (row.every((rating) => rating !== null) ? [row] : []))
  return {
    question: question.key,
    n: ratings.length,
    notApplicable: answered.length - ratings.length,
    compliant: levels.map((level, at) => ({
      level,
      count: ratings.filter((row) => row[at] === true).length,
      notApplicable: answered.filter((row) => row[at] === null).length,
    })),
    alpha: levels.length < 3 ? null : alphaOf(ratings),
  }
}

/** Krippendorff's alpha of yes-no ratings; undefined when every rating is the same, since nothing could differ. */
export function alphaOf(ratings: readonly (readonly boolean[])[]): number | null {
  const flat = ratings.flat()
  if (flat.every(Boolean) || !flat.some(Boolean)) return null
  return alphaNominal(
    ratings.map((row) => row.map(Number)),
    [0, 1],
  )
}
