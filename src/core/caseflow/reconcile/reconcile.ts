import type { Proportion } from '../../analysis/analysis.ts'
import { listCompositeResults } from '../../analysis/composites.ts'
import { newCoverage } from '../../analysis/coverage.ts'
import { generalises } from '../../analysis/generalises.ts'
import { openRounds, type AnalysisInput } from '../../analysis/open-rounds.ts'
import { indexQuestions, type QuestionIndex } from '../../analysis/question-index.ts'
import type { ReviewedCase } from '../../analysis/reviewed-case.ts'
import { coverageOf, scopeKey, tallyReviews } from '../../analysis/tallies.ts'
import { newTally, proportionOf } from '../../analysis/tally.ts'
import { dayNumberOf } from '../../calendar/day-number.ts'
import type { Checked } from '../../language/problem.ts'
import { isCompliant } from '../../programme/compliant.ts'
import type { AnswerValue } from '../../programme/programme.ts'
import { unitsAgainstRest } from './against-rest.ts'
import { comparedProgramme, withAnswers } from './compared-programme.ts'
import { correctedShare, type RegistryCount } from './corrected-share.ts'
import { countOutcomes } from './count-outcomes.ts'
import { isAgreement, isCompared, outcomeOf } from './outcome.ts'
import type { QuestionPair } from './reconciliation-mapping.ts'
import type {
  QuestionReconciliation,
  ReconciledAnswer,
  Reconciliation,
  UnitAgreement,
} from './reconciliation.ts'
import { registryFinding, type RegistryClock, type StageDays } from './registry-finding.ts'

/** A case stage that the round's figures speak about. Days are ISO days. */
export interface FrameStage {
  readonly caseId: string
  readonly stage: string
  readonly started: string
  readonly completed: string
}

export interface ReconcileInput {
  /** The round's answers and draws; its baseline is not looked at. */
  readonly analysis: AnalysisInput
  readonly level: number
  readonly pairs: readonly QuestionPair[]
  /** The judged clocks of every case, by case id. */
  readonly clocks: ReadonlyMap<string, readonly RegistryClock[]>
  /** All stages that the round drew from; null: not known, and then no clock is told apart by days either. */
  readonly frame: readonly FrameStage[] | null
}

/** Sets one level's answers beside the registry's dates. Pure: the order of the input's rows changes nothing. */
export function reconcile(input: ReconcileInput): Checked<Reconciliation> {
  const opened = openRounds(input.analysis)
  if (!opened.ok) return opened
  const { now, weighted, known } = opened.value
  const { programme, round } = input.analysis
  const reviews = now.drawn.filter(({ level }) => level === input.level)
  const index = indexQuestions(comparedProgramme(programme, input.pairs))
  const answers = listAnswers(input, reviews)
  const speaks = generalises(programme, input.level)
  const ratios = new Ratios(reviews, answers, index, known.now(input.level))
  const source = weighted.sourceOf(round, input.level)
  return {
    ok: true,
    value: {
      round,
      level: input.level,
      weights: source,
      generalises: speaks,
      answers,
      notMatched: { none: countReason(answers, 'none'), several: countReason(answers, 'several') },
      questions: input.pairs.flatMap((pair): QuestionReconciliation[] => {
        const stage = index.get(pair.question)?.stage
        if (stage === undefined) return []
        return [questionOf(input, { pair, stage, answers, ratios, speaks })]
      }),
      units: listUnits(input, reviews, answers, known.now),
    },
  }
}

function listAnswers(
  { analysis, level, pairs, clocks, frame }: ReconcileInput,
  reviews: readonly ReviewedCase[],
): readonly ReconciledAnswer[] {
  const index = indexQuestions(analysis.programme)
  const days = frame === null ? null : daysByStage(frame)
  return reviews.flatMap(({ caseId, stage, unit, answers }) =>
    pairs.flatMap((pair): ReconciledAnswer[] => {
      const answer = answers.get(pair.question)
      const asked = index.get(pair.question)
      if (answer === undefined || asked?.stage !== stage) return []
      const within = days?.get(`${caseId}\t${stage}`) ?? null
      const registry = registryFinding(clocks.get(caseId) ?? [], pair, within)
      const outcome = outcomeOf(registry, isCompliant(asked.question, answer))
      const { question, rules } = pair
      return [{ caseId, stage, unit, level, question, rules, answer, registry, outcome }]
    }),
  )
}

function daysByStage(frame: readonly FrameStage[]): ReadonlyMap<string, StageDays> {
  return new Map(
    frame.map(({ caseId, stage, started, completed }) => [
      `${caseId}\t${stage}`,
      { from: dayNumberOf(started), to: dayNumberOf(completed) },
    ]),
  )
}

function countReason(answers: readonly ReconciledAnswer[], reason: 'none' | 'several'): number {
  return answers.filter(
    ({ outcome, registry }) =>
      outcome === 'not-matched' && registry.state === 'not-matched' && registry.reason === reason,
  ).length
}

/** Shares over the whole municipality of what is asked of the answers, weighted as the cases were drawn. */
class Ratios {
  readonly #reviews: readonly ReviewedCase[]
  readonly #answers: readonly ReconciledAnswer[]
  readonly #index: QuestionIndex
  readonly #known: boolean

  constructor(
    reviews: readonly ReviewedCase[],
    answers: readonly ReconciledAnswer[],
    index: QuestionIndex,
    known: boolean,
  ) {
    this.#reviews = reviews
    this.#answers = answers
    this.#index = index
    this.#known = known
  }

  /** `is` null: the answer is not asked about. */
  of(question: string, stage: string, is: (answer: ReconciledAnswer) => boolean | null): Proportion {
    const counted = withAnswers(this.#reviews, this.#answers, (answer): AnswerValue => {
      const found = is(answer)
      return found === null ? 'na' : found ? 'yes' : 'no'
    })
    const [level = 0] = this.#reviews.map((review) => review.level)
    const scope = tallyReviews(counted, this.#index, () => this.#known).get(scopeKey(level, null))
    if (scope === undefined) return proportionOf(newTally(), newCoverage(false))
    return proportionOf(scope.questions.get(question) ?? newTally(), coverageOf(scope, stage, question))
  }
}

interface AskedQuestion {
  readonly pair: QuestionPair
  readonly stage: string
  readonly answers: readonly ReconciledAnswer[]
  readonly ratios: Ratios
  readonly speaks: boolean
}

function questionOf(
  input: ReconcileInput,
  { pair, stage, answers, ratios, speaks }: AskedQuestion,
): QuestionReconciliation {
  const { question, rules } = pair
  const among = (
    isAmong: (answer: ReconciledAnswer) => boolean,
    is: (answer: ReconciledAnswer) => boolean,
  ): Proportion =>
    ratios.of(question, stage, (answer) =>
      isCompared(answer.outcome) && isAmong(answer) ? is(answer) : null,
    )
  const sensitivity = {
    lateOfNo: among((answer) => !isKept(answer), isLate),
    inTimeOfYes: among(isKept, (answer) => !isLate(answer)),
    noOfLate: among(isLate, (answer) => !isKept(answer)),
    yesOfInTime: among((answer) => !isLate(answer), isKept),
  }
  return {
    stage,
    question,
    rules,
    agreement: among(
      () => true,
      ({ outcome }) => isAgreement(outcome),
    ),
    counts: countOutcomes(answers.filter((answer) => answer.question === question)),
    sensitivity,
    corrected: correctedShare(countRegistry(input, pair, stage), sensitivity, speaks),
  }
}

/** Of compared answers. */
function isKept({ outcome }: ReconciledAnswer): boolean {
  return outcome === 'agree-in-time' || outcome === 'reviewer-only'
}

function isLate({ outcome }: ReconciledAnswer): boolean {
  return outcome === 'agree-late' || outcome === 'reviewer-only'
}

/** What the registry says over all stages of the frame that the question belongs to. */
function countRegistry(
  { frame, clocks }: ReconcileInput,
  pair: QuestionPair,
  stage: string,
): RegistryCount | null {
  if (frame === null) return null
  const here = frame.filter((one) => one.stage === stage)
  const states = here.map(
    ({ caseId, started, completed }) =>
      registryFinding(clocks.get(caseId) ?? [], pair, {
        from: dayNumberOf(started),
        to: dayNumberOf(completed),
      }).state,
  )
  const inTime = states.filter((state) => state === 'in-time').length
  return {
    stages: here.length,
    judged: inTime + states.filter((state) => state === 'late').length,
    inTime,
  }
}

function listUnits(
  { analysis, pairs, level }: ReconcileInput,
  reviews: readonly ReviewedCase[],
  answers: readonly ReconciledAnswer[],
  known: (level: number) => boolean,
): readonly UnitAgreement[] {
  const programme = comparedProgramme(analysis.programme, pairs)
  const agreeing = withAnswers(reviews, answers, ({ outcome }) =>
    isCompared(outcome) ? (isAgreement(outcome) ? 'yes' : 'no') : 'na',
  )
  const rows = listCompositeResults(programme, indexQuestions(programme), agreeing, null, {
    known: { now: known, baseline: known },
    comparisonLevel: level,
  })
  const rest = unitsAgainstRest(answers)
  return rows
    .filter(({ stage }) => stage === null)
    .map(({ unit, cases, numerator, denominator, notApplicable, share, interval, method }) => ({
      unit,
      cases,
      agreement: { numerator, denominator, notApplicable, share, interval, method },
      counts: countOutcomes(unit === null ? answers : answers.filter((answer) => answer.unit === unit)),
      againstRest: unit === null ? null : (rest.get(unit) ?? { p: null, q: null, differs: 'too-few' }),
    }))
}
