import type { LocalText } from '../language/language.ts'
import type { CriticalLimits } from '../review/critical-deadlines.ts'

/** How sure we are of a legal reference: `verified` both sides seen in a found text, `partial` one side, `memory` neither. */
export type LegalConfidence = 'verified' | 'partial' | 'memory'

/** A law and the days it was or is in force (ISO dates; both inclusive; an open end is absent). */
export interface Law {
  readonly key: string
  readonly title: LocalText
  readonly from?: string
  readonly until?: string
}

export interface Theme {
  readonly key: string
  readonly title: LocalText
}

export interface Section {
  readonly number: number
  readonly title: LocalText
}

/** A question is asked only when an earlier question of the same stage has one of these answers. */
export interface AskedWhen {
  readonly question: string
  readonly answered: readonly AnswerValue[]
}

export type AnswerType = 'yes-no' | 'graded' | 'number' | 'date' | 'text'

/** How many of these questions of the same stage (at least `atLeast`) must be answered so; one kind of answer is there. */
export interface DerivedCondition {
  readonly questions: readonly string[]
  readonly atLeast: number
  /** Of yes-no questions. */
  readonly answered?: readonly AnswerValue[]
  /** Of graded questions, by their places from 1. */
  readonly grades?: readonly number[]
}

/** A grade (its place from 1) that follows when all conditions hold. */
export interface DerivedRule {
  readonly grade: number
  readonly when: readonly DerivedCondition[]
}

/** `na`: not applicable. It leaves every denominator; it is never a "no". */
export type AnswerValue = 'yes' | 'no' | 'na'

export interface Question {
  /** Unique in the programme and stable across its versions, e.g. `U-1.1`. */
  readonly key: string
  /** As printed on the form, e.g. `1.1`; unique within the stage. */
  readonly number: string
  readonly section: number
  readonly text: LocalText
  /** One entry per law; the law in force when the stage was completed applies. */
  readonly legal: readonly { readonly law: string; readonly reference: string }[]
  readonly legalConfidence: LegalConfidence
  readonly theme?: string
  /** Of a theme's questions in one stage, the one that the printed theme table shows for whom it concerns. */
  readonly headline?: boolean
  /** Whose involvement or right the question concerns; themes are tabulated by it. */
  readonly concerns?: 'child' | 'parents'
  readonly answerType: AnswerType
  /** Grades in ascending order, for `graded`. */
  readonly grades?: readonly LocalText[]
  /** The grade follows from other answers: the first rule that fits. The last has no condition. */
  readonly derived?: readonly DerivedRule[]
  /** The compliant answer of a yes-no question; `null` for types that no compliance is read from. */
  readonly expected: 'yes' | 'no' | null
  readonly askedWhen?: AskedWhen
  /** Part of the set that rounds are compared on. */
  readonly baseline: boolean
  /** An answer other than the expected one starts the critical-case procedure; the question never counts as compliance. */
  readonly escalates: boolean
  readonly guidance?: LocalText
  /** Earlier versions of the programme whose wording asked the same, although it was worded differently. */
  readonly comparable?: readonly number[]
  /** Deadline rule that a registry could answer the question by, e.g. `R01`. */
  readonly deadlineRule?: string
  /** Where the question comes from; printed in the internal edition. */
  readonly source?: string
}

export interface Stage {
  readonly key: string
  readonly title: LocalText
  readonly sections: readonly Section[]
  readonly questions: readonly Question[]
}

/** What strata are made of. `month` is the month the stage was completed in; others are frame columns or attributes. */
export type StratumBy = 'unit' | 'stage' | 'caseworker' | 'month' | (string & {})

/** The first quota whose `where` fits a stratum decides how many cases are wanted there. `take: 'all'` is a census of the stratum. */
export interface Quota {
  readonly where?: Readonly<Record<string, string>>
  readonly take: number | 'all'
}

/** A case is eligible when every criterion holds. Attribute names are frame columns. */
export type Criterion =
  | { readonly attribute: string; readonly is: readonly string[] }
  | { readonly attribute: string; readonly isNot: readonly string[] }
  | { readonly attribute: string; readonly atLeast?: number; readonly atMost?: number }
  | { readonly attribute: string; readonly onOrAfter?: string; readonly before?: string }

/** How one level's cases are chosen from the frame or from the level below. */
export type Selection =
  | { readonly kind: 'random'; readonly strata: readonly StratumBy[]; readonly quotas: readonly Quota[] }
  | { readonly kind: 'census' }
  | {
      readonly kind: 'newest-first'
      /** The cut-off: only cases completed before this day. */
      readonly before: string
      /** How far back; absent: as far as needed. */
      readonly onOrAfter?: string
      readonly strata: readonly StratumBy[]
      readonly quotas: readonly Quota[]
      /** More cases of each stratum, from before an earlier cut-off: "plus two older ones". */
      readonly older?: { readonly before: string; readonly quotas: readonly Quota[] }
      /** Of cases that share an attribute only one stays, e.g. of one family's siblings the one of the highest age. */
      readonly onePer?: {
        readonly attribute: string
        readonly keep: 'highest' | 'lowest'
        readonly by: string
      }
    }
  | {
      /** Cases drawn by `quotas` are reviewed locally; of those, `passOn` per stratum go on to the level above. */
      readonly kind: 'pass-on'
      readonly strata: readonly StratumBy[]
      readonly quotas: readonly Quota[]
      readonly passOn: number
    }
  | {
      /** Probability proportional to a risk attribute, capped at 1, so that weights stay known. */
      readonly kind: 'risk-weighted'
      readonly risk: string
      readonly strata: readonly StratumBy[]
      readonly quotas: readonly Quota[]
    }

export interface Level {
  readonly level: number
  readonly title: LocalText
  /** Level whose drawn cases are the frame; absent: the finished case stages themselves. */
  readonly from?: number
  readonly selection: Selection
  readonly eligibility: readonly Criterion[]
  /** Roles that may review at this level; with two, `together` and `apart` say whether both review, and how. */
  readonly reviewers: readonly string[]
  readonly together: boolean
  /** Two of different roles each fill the whole form alone, and then merge their answers; never with `together`. */
  readonly apart?: true
  /** Minutes set aside for one review. */
  readonly minutes: number
  /** The level that change is measured on. Exactly one level has it. */
  readonly comparison: boolean
}

/** An old file that is reviewed again each round by another reviewer, to see whether reviewers have changed. */
export interface Anchor {
  readonly caseId: string
  readonly stage: string
  /** The number that reviewers find the frozen file by, where it has one of its own; absent: `caseId`. */
  readonly shownAs?: string
  /** Levels that review it again; absent: the comparison level. */
  readonly levels?: readonly number[]
}

/** What is audited and how, as one immutable version. Parsed from `programmes/*.yaml`. */
export interface Programme {
  readonly key: string
  readonly version: number
  readonly title: LocalText
  /** What the user must know before real use, e.g. that a jurist has not confirmed the questions. */
  readonly status?: LocalText
  readonly settings: {
    readonly saturdayCounts: boolean
    readonly smallCell: number
    /** Deadlines of a critical case; absent: the usual ones. */
    readonly criticalCase?: CriticalLimits
  }
  readonly laws: readonly Law[]
  readonly themes: readonly Theme[]
  readonly stages: readonly Stage[]
  readonly levels: readonly Level[]
  /** Anchor cases; their answers tell about the reviewers and never count in results. */
  readonly anchors?: readonly Anchor[]
}
