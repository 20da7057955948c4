import type { ReviewedCase } from '../../core/analysis/reviewed-case.ts'
import { listIncomparable, listSeriesBreaks } from '../../core/analysis/series.ts'
import type { AnswerValue, Programme } from '../../core/programme/programme.ts'
import { listAnchorReviews, type AnchorReview } from '../../storage/analysis/anchor-review.ts'
import type { Round } from '../../storage/draw/round.ts'
import { getProgrammeVersion } from '../../storage/programme/programme-version.ts'
import type { PersonalReader } from '../../storage/transaction.ts'

export interface AnchorAnswers {
  readonly now: readonly ReviewedCase[]
  /** The review before, of those that have one at the same level; only questions that were asked alike. */
  readonly earlier: readonly ReviewedCase[]
}

/** A round's submitted reviews of anchors, each beside the last one before it. */
export async function loadAnchors(
  reader: PersonalReader,
  round: Round,
  programme: Programme,
): Promise<AnchorAnswers> {
  return compareAnchors(reader, programme, await listAnchorReviews(reader, round.id))
}

export async function compareAnchors(
  reader: PersonalReader,
  programme: Programme,
  reviews: readonly AnchorReview[],
): Promise<AnchorAnswers> {
  const submitted = reviews.filter(({ state }) => state === 'submitted')
  const earlier: ReviewedCase[] = []
  for (const review of submitted) {
    if (review.earlier === null) continue
    const version = await getProgrammeVersion(reader, review.earlier.programmeVersionId)
    const incomparable = listIncomparable(listSeriesBreaks(programme, version.programme))
    earlier.push(toReviewed(review, review.earlier.answers, incomparable))
  }
  return { now: submitted.map((review) => toReviewed(review, review.answers, new Set())), earlier }
}

function toReviewed(
  { caseId, stage, unit, level }: AnchorReview,
  answers: Readonly<Record<string, AnswerValue>>,
  without: ReadonlySet<string>,
): ReviewedCase {
  const kept = Object.entries(answers).filter(([question]) => !without.has(question))
  return { caseId, stage, unit, level, weight: 1, answers: new Map(kept) }
}
