import type { DrawFile } from '../draw/draw-file.ts'
import type { LocalText } from '../language/language.ts'
import type { Checked, Problem } from '../language/problem.ts'
import type { Programme } from '../programme/programme.ts'
import type { CaseStage } from '../registry/case-stage.ts'
import type { Answer } from '../review/answer.ts'
import { splitAnchors } from './anchors.ts'
import type { ApartReview } from './apart-review.ts'
import { applyDraws, type WeightedAnswers } from './apply-draws.ts'
import type { KnownDraws } from './composites.ts'
import { indexQuestions, type QuestionIndex } from './question-index.ts'
import { compare, listReviewedCases, withUnseen, type ReviewedCase } from './reviewed-case.ts'
import { listIncomparable, listSeriesBreaks } from './series.ts'

export interface AnalysisInput {
  readonly programme: Programme
  readonly round: string
  /** Round that change is measured against; absent: no comparison. */
  readonly baseline?: string
  /** Answers of any rounds; checked against the programme by `readAnswers` or by the form. */
  readonly answers: readonly Answer[]
  /** The programme as it was in the baseline round, where it was another version. */
  readonly baselineProgramme?: Programme
  /** Draw files of either round, all levels of a chain; absent: the answers' own weights. */
  readonly draws?: readonly DrawFile[]
  /** The finished case stages; absent: no dates in the table of cases. */
  readonly frame?: readonly CaseStage[]
  /**
   * Reviews of anchors, where they are kept apart from `answers`; `earlier` has at most one of each anchor and level.
   * Absent: the programme's list tells which answers are anchors'.
   */
  readonly anchors?: { readonly now: readonly ReviewedCase[]; readonly earlier: readonly ReviewedCase[] }
  /** The forms of those who reviewed the round's cases apart, two at a level; anchors' are left out. */
  readonly apart?: readonly ApartReview[]
  /** Goes with the analysis to all its readers, e.g. that the cases are constructed. */
  readonly notice?: LocalText
}

interface RoundReviews {
  readonly drawn: readonly ReviewedCase[]
  readonly anchors: readonly ReviewedCase[]
}

/** A round and its baseline, weighted and ready to be counted. */
export interface OpenedRounds {
  readonly weighted: WeightedAnswers
  readonly now: RoundReviews
  /** Null: compared with none. */
  readonly before: RoundReviews | null
  readonly index: QuestionIndex
  readonly series: ReturnType<typeof listSeriesBreaks>
  /** Questions that the baseline round asked differently. */
  readonly incomparable: ReadonlySet<string>
  readonly known: KnownDraws
}

/** Refuses a round or baseline that has no answers, and draws that do not fit them. */
export function openRounds(input: AnalysisInput): Checked<OpenedRounds> {
  const weighted = applyDraws(input.answers, input.draws ?? [], {
    anchors: input.programme.anchors,
    frame: input.frame,
  })
  if (!weighted.ok) return weighted
  const { programme, round, baseline = null } = input
  const { answers, sourceOf, populationOf } = weighted.value
  const index = indexQuestions(programme)
  const series =
    input.baselineProgramme === undefined ? [] : listSeriesBreaks(programme, input.baselineProgramme)
  const incomparable = listIncomparable(series)
  const split = (of: string, reviews: readonly ReviewedCase[]) => {
    const parts =
      input.anchors === undefined ? splitAnchors(programme, reviews) : { drawn: reviews, anchors: [] }
    return { ...parts, drawn: withUnseen(parts.drawn, (level) => populationOf(of, level)) }
  }
  const now = split(round, listReviewedCases(answers, round))
  const before =
    baseline === null
      ? null
      : split(
          baseline,
          input.baselineProgramme === undefined
            ? listReviewedCases(answers, baseline)
            : onlyAsked(listReviewedCases(answers, baseline), index, incomparable),
        )
  const problems = missingRounds(input, now.drawn, before?.drawn ?? null)
  if (problems.length > 0) return { ok: false, problems }
  const known = {
    now: (level: number) => sourceOf(round, level) === 'draw',
    baseline: (level: number) => sourceOf(baseline ?? round, level) === 'draw',
  }
  return { ok: true, value: { weighted: weighted.value, now, before, index, series, incomparable, known } }
}

/** Composites of two rounds are made of the questions that both asked. */
export function sharedIndex({ index, incomparable }: OpenedRounds): QuestionIndex {
  return new Map([...index].filter(([key]) => !incomparable.has(key)))
}

/** Answers to questions that the programme asks in the same way; a baseline's own questions are left out. */
export function onlyAsked(
  reviews: readonly ReviewedCase[],
  index: QuestionIndex,
  incomparable: ReadonlySet<string>,
): readonly ReviewedCase[] {
  return reviews.map((review) => ({
    ...review,
    answers: new Map([...review.answers].filter(([key]) => index.has(key) && !incomparable.has(key))),
  }))
}

function missingRounds(
  { answers, round, baseline }: AnalysisInput,
  reviews: readonly ReviewedCase[],
  before: readonly ReviewedCase[] | null,
): readonly Problem[] {
  const known = [...new Set(answers.map((answer) => answer.round))].sort(compare)
  const list =
    known.length === 0
      ? { da: 'ingen runder', en: 'no rounds' }
      : { da: known.join(', '), en: known.join(', ') }
  const problems: Problem[] = []
  if (reviews.length === 0)
    problems.push({
      code: 'round-without-answers',
      text: {
        da: `Runden ${round} har ingen svar i filerne. De indeholder: ${list.da}.`,
        en: `Round ${round} has no answers in the files. They contain: ${list.en}.`,
      },
    })
  if (baseline !== undefined && before?.length === 0)
    problems.push({
      code: 'baseline-without-answers',
      text: {
        da: `Baselinerunden ${baseline} har ingen svar i filerne. De indeholder: ${list.da}. Angiv også baselinens svarfil.`,
        en: `The baseline round ${baseline} has no answers in the files. They contain: ${list.en}. Give the baseline's answers file too.`,
      },
    })
  if (baseline === round)
    problems.push({
      code: 'baseline-is-the-round',
      text: {
        da: `Runden ${round} kan ikke sammenlignes med sig selv. Angiv en tidligere runde som baseline.`,
        en: `Round ${round} cannot be compared with itself. Give an earlier round as baseline.`,
      },
    })
  return problems
}
