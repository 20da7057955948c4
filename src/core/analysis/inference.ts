import type { LocalText } from '../language/language.ts'
import type { Counts } from './counts.ts'
import type { Interval } from '../statistics/interval.ts'

/** Where a level's weights come from. `none`: every case counts alike, since no draw is known or a date chose the cases. */
export type WeightSource = 'draw' | 'column' | 'none'

/** Why there is no estimate; `reason` says the same in words. */
export type CascadeRefusal =
  | 'one-level'
  | 'not-drawn-from-below'
  | 'no-chance-known'
  | 'not-nested'
  | 'too-few-expert-reviews'
  | 'nothing-applicable'

interface Estimated {
  readonly estimate: number | null
  readonly interval: Interval | null
}

/** A level's part in an estimate: its cases (question: applicable answers) and what its answers to them were. */
interface CascadeLevel extends Counts {
  readonly level: number
  readonly cases: number
}

/** What the highest level would have found everywhere (statistics note 3). Estimates are null where not `usable`. */
export interface CascadeResult {
  /** Both null: the composite of all stages. A question's stage is named beside it. */
  readonly scope: { readonly stage: string | null; readonly question: string | null }
  /** The level whose answers count as the truth. */
  readonly reference: number
  /** Levels that were used, lowest first, with their cases (question: applicable answers). */
  readonly levels: readonly CascadeLevel[]
  readonly weights: WeightSource
  /** Cases that the estimate speaks about; null where the draws are not known. */
  readonly population: number | null
  /** Cases of the lowest level that no higher level ever draws from (a quota of 0); the estimate is silent on them. */
  readonly notCovered: number
  readonly estimate: number | null
  readonly interval: Interval | null
  readonly method: 't' | 'wilson' | 'none'
  /** How much each lower level's answers count, by level. */
  readonly lambda: Readonly<Record<string, number>>
  /** Independent answers of the last level that would be as certain, of an endless population. */
  readonly nEff: number | null
  /** The same as a number of reviews drawn by lot from this population: "worth as many expert reviews as". */
  readonly expertEquivalent: number | null
  /** What the comparison level found by itself, beside the estimate; null where it has no row of this scope. */
  readonly plain: (Counts & Estimated & { readonly level: number; readonly cases: number }) | null
  /** The reference level alone. `numerator` of `denominator` answers were compliant, on so many cases. */
  readonly expertOnly: {
    readonly cases: number
    readonly numerator: number
    readonly denominator: number
    readonly notApplicable: number
    readonly estimate: number | null
    readonly interval: Interval | null
  }
  /**
   * What must be said wherever the estimate is read: that no draw files show how the cases were drawn, and what it rests on
   * where it is worth far more reviews than the level made.
   */
  readonly caveats: readonly LocalText[]
  readonly usable: boolean
  readonly refusal: CascadeRefusal | null
  readonly reason: LocalText | null
}

/** Whether reviewers changed rather than the casework (statistics note 5). The two kinds are never pooled. */
export interface DriftResult {
  /** `expert-corrected`: change of the cascade estimate. `anchors`: the same old files, reviewed again. */
  readonly kind: 'expert-corrected' | 'anchors'
  readonly stage: string | null
  /** The level whose answers changed: the reference level, or the one that re-reviewed the anchors. */
  readonly level: number
  /** Of anchors those that the change is made of: reviewed in both rounds, with an applicable answer in either. */
  readonly cases: number
  readonly baselineCases: number
  /** Answers of that level to those cases, in either round; of anchors those that both rounds reviewed. */
  readonly now: Counts
  readonly baseline: Counts
  /** Now minus baseline. */
  readonly change: number | null
  readonly interval: Interval | null
  readonly p: number | null
  /** Change at the comparison level as it was found, beside the corrected one. */
  readonly plainChange: number | null
  /** The comparison level's answers behind `plainChange`; null where there is none. */
  readonly plainCounts: { readonly now: Counts; readonly baseline: Counts } | null
  /** Anchors that the same reviewer saw both times, where reviewers are known: such a pair is not blind. */
  readonly sameReviewer: number
  readonly usable: boolean
  readonly reason: LocalText | null
}

/** What a round of this size can see. */
export interface PlanResult {
  readonly level: number
  readonly cases: number
  readonly baselineCases: number | null
  /** Standard deviation of the composite between cases; null with fewer than two. */
  readonly spread: number | null
  /** Half the composite's interval. */
  readonly margin: number | null
  /** Chance to find a change of the size below. */
  readonly power: number
  /**
   * Smallest change of the composite that this round and its baseline find with that chance (two like this one where there is
   * none), by the very standard errors its test goes by. Null where the test is refused, and where no change that the shares
   * have room for is large enough.
   */
  readonly detectableChange: number | null
  /**
   * Smallest change of a single question: medians over the baseline set of the applicable answers, of what they are worth as
   * answers of equal weight, and of the share.
   */
  readonly detectableQuestion: {
    readonly n: number
    readonly baselineN: number
    /** Absent, like all that is optional below, in analyses made before it was computed. */
    readonly size?: number
    readonly baselineSize?: number
    readonly from: number
    readonly change: number
  } | null
  /** Questions that were tested, and how many of them would stand at p <= .05 by chance had nothing changed. */
  readonly tested: number
  readonly expectedFalseSignals: number
  readonly levels: readonly {
    readonly level: number
    readonly reviews: number
    readonly minutes: number
    /** Squared correlation of this level's composite with the highest level's, on the cases both saw. */
    readonly r2: number | null
    readonly pairs: number
    /** Standard deviation of this level's composite between cases. */
    readonly spread?: number | null
    /** Cases that the level's draw speaks about; null where it is not known. */
    readonly population?: number | null
    /** So many reviews, each case drawn with the same chance, would be as certain. */
    readonly equalReviews?: number | null
  }[]
  /** Null where there is no estimate of what the highest level would have found. */
  readonly cascade?: CascadeBasis | null
}

/** What the certainty of the highest level's estimate is made of, all stages together. */
export interface CascadeBasis {
  /** Standard deviation within strata of the highest level's composite. */
  readonly spread: number
  readonly df: number
  readonly population: number | null
  readonly levels: readonly {
    readonly level: number
    readonly cases: number
    readonly equalReviews: number
    /** Part of the highest level's variance that this level does not foretell; a little over 1 where it foretells nothing. */
    readonly left: number
  }[]
}

export type HealthSign = 'low-agreement' | 'often-not-applicable' | 'no-variation'

/** A question that tells little, and what could be done. */
export interface QuestionHealth {
  readonly stage: string
  readonly question: string
  readonly sign: HealthSign
  readonly level: number
  /** For low agreement: the level it was compared with. */
  readonly otherLevel: number | null
  /** `count` of `of` answers: the same at both levels, not applicable, or compliant. */
  readonly count: number
  readonly of: number
  /** Answers besides, to the same question, that were not applicable; of "not applicable" itself the same as `count`. */
  readonly notApplicable: number
  readonly suggestion: LocalText
}

/** A question that does not ask the same as in the baseline round's version of the programme. */
export interface SeriesBreak {
  readonly stage: string
  readonly question: string
  readonly baselineVersion: number
  readonly cause: 'new' | 'wording' | 'answer'
  /** The programme declares that it can be compared all the same. */
  readonly declaredComparable: boolean
  readonly reason: LocalText
}
