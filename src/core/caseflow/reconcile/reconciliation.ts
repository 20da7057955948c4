import type { Proportion } from '../../analysis/analysis.ts'
import type { WeightSource } from '../../analysis/inference.ts'
import type { AnswerValue } from '../../programme/programme.ts'
import type { Interval } from '../../statistics/interval.ts'
import type { Outcome } from './outcome.ts'
import type { RegistryFinding } from './registry-finding.ts'

/** One answer of one review beside what the registry's dates say. */
export interface ReconciledAnswer {
  readonly caseId: string
  readonly stage: string
  readonly unit: string
  readonly level: number
  readonly question: string
  readonly rules: readonly string[]
  readonly answer: AnswerValue
  readonly registry: RegistryFinding
  readonly outcome: Outcome
}

export type OutcomeCounts = Readonly<Record<Outcome, number>>

/**
 * Whether a unit's cases agree less or more often than those of the rest: the share of cases without any disagreement,
 * Barnard's test (Fisher's mid-p above 100 a side), Benjamini-Hochberg over the units.
 */
export interface AgainstRest {
  /** Null: one side has fewer than ten cases. */
  readonly p: number | null
  readonly q: number | null
  readonly differs: 'less' | 'more' | 'no' | 'too-few'
}

/** `agreement.share` is the mean over cases of the share of compared answers that agree, weighted as they were drawn. */
export interface UnitAgreement {
  /** Null: the whole municipality. */
  readonly unit: string | null
  readonly cases: number
  readonly agreement: Proportion
  readonly counts: OutcomeCounts
  /** Null for the whole municipality. */
  readonly againstRest: AgainstRest | null
}

/** How far one side's word foretells the other's, at one question; among answers where both said something. */
export interface Sensitivity {
  /** Of what the reviewer says was not kept, how much the registry shows as late. */
  readonly lateOfNo: Proportion
  /** Of what the reviewer says was kept, how much the registry shows as in time. */
  readonly inTimeOfYes: Proportion
  /** Of what the registry shows as late, how much the reviewer says was not kept. */
  readonly noOfLate: Proportion
  /** Of what the registry shows as in time, how much the reviewer says was kept. */
  readonly yesOfInTime: Proportion
}

/** Why no corrected share is given. */
export type NotCorrected = 'no-frame' | 'chosen-cases' | 'nothing-judged' | 'too-few'

/**
 * The registry's share in time over all cases of the frame, and what it becomes by what reviewers found where the registry
 * says in time and where it says late. `limits`: no case of one of the two was reviewed, so only the outermost is known.
 */
export interface CorrectedShare {
  /** Stages of the frame that the question belongs to. */
  readonly stages: number
  /** Of them those that the registry's dates judge, and say in time. */
  readonly judged: number
  readonly inTime: number
  readonly kind: 'corrected' | 'limits' | NotCorrected
  readonly share: number | null
  readonly interval: Interval | null
}

export interface QuestionReconciliation {
  readonly stage: string
  readonly question: string
  readonly rules: readonly string[]
  readonly agreement: Proportion
  readonly counts: OutcomeCounts
  readonly sensitivity: Sensitivity
  readonly corrected: CorrectedShare
}

/** What the registry's dates and one level's reviews of a round say about the same deadlines. */
export interface Reconciliation {
  readonly round: string
  readonly level: number
  readonly weights: WeightSource
  /** False: a date chose the cases, so the shares describe these only. */
  readonly generalises: boolean
  readonly answers: readonly ReconciledAnswer[]
  /** Why `not-matched`. */
  readonly notMatched: Readonly<Record<'none' | 'several', number>>
  readonly questions: readonly QuestionReconciliation[]
  /** The whole municipality first. */
  readonly units: readonly UnitAgreement[]
}
