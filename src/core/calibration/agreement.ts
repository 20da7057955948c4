import type { Question } from '../programme/programme.ts'
import { isCompliant } from '../programme/compliant.ts'
import { sayTheSame } from '../review/given-answer.ts'
import { ac1, acInterval } from '../statistics/ac1.ts'
import { alphaNominal } from '../statistics/alpha-nominal.ts'
import type { Interval } from '../statistics/interval.ts'
import { isCounted, type Voice } from './voice.ts'

/** Pairs of people who answered the same question of the same case, and how many of the pairs said the same. */
export interface Pairs {
  readonly pairs: number
  readonly agreeing: number
}

export interface QuestionAgreement extends Pairs {
  /** How many answered; who was not asked is not among them. */
  readonly answered: number
  /** How many said what, by level from the lowest; the most common answer first. */
  readonly levels: readonly {
    readonly level: number
    readonly counts: readonly { readonly given: string; readonly count: number }[]
  }[]
  /**
   * Of the pairs from two levels that judge differently whether it is in order: in how many the lower level finds it in
   * order and the higher does not, and the opposite. Null where no compliance is read.
   */
  readonly direction: { readonly lowerMilder: number; readonly lowerStricter: number } | null
}

const yesNoCategories = ['yes', 'no', 'na'] as const

/** Agreement on one question of one case. */
export function questionAgreement(question: Question, voices: readonly (Voice | null)[]): QuestionAgreement {
  const given = voices.filter((voice) => voice !== null)
  const counted = isCounted(question)
  const byAnswer = counts(question, given).map(({ count }) => pairsAmong(count))
  return {
    answered: given.length,
    pairs: counted ? pairsAmong(given.length) : 0,
    agreeing: counted ? byAnswer.reduce((sum, pairs) => sum + pairs, 0) : 0,
    levels: [...new Set(given.map(({ level }) => level))]
      .toSorted((a, b) => a - b)
      .map((level) => ({
        level,
        counts: counts(
          question,
          given.filter((voice) => voice.level === level),
        ),
      })),
    direction: directionOf(question, given),
  }
}

function pairsAmong(people: number): number {
  // Not -0 for nobody.
  return people < 2 ? 0 : (people * (people - 1)) / 2
}

/** Alike by what they say: of 12.5 and 12.50 the shorter stands for both. */
function counts(
  { answerType }: Question,
  voices: readonly Voice[],
): readonly { readonly given: string; readonly count: number }[] {
  const tally: { given: string; count: number }[] = []
  const shortestFirst = voices.toSorted((a, b) => a.given.length - b.given.length)
  for (const { given } of shortestFirst) {
    const alike = tally.find((each) => sayTheSame(answerType, each.given, given))
    if (alike === undefined) tally.push({ given, count: 1 })
    else alike.count += 1
  }
  return tally.toSorted((a, b) => b.count - a.count || a.given.localeCompare(b.given))
}

function directionOf(question: Question, voices: readonly Voice[]): QuestionAgreement['direction'] {
  if (question.answerType !== 'yes-no' || question.expected === null || question.escalates) return null
  const judged = voices.flatMap(({ level, given }) => {
    const inOrder = given === 'yes' || given === 'no' ? isCompliant(question, given) : null
    return inOrder === null ? [] : [{ level, inOrder }]
  })
  let lowerMilder = 0
  let lowerStricter = 0
  for (const lower of judged)
    for (const higher of judged)
      if (lower.level < higher.level && lower.inOrder !== higher.inOrder) {
        if (lower.inOrder) lowerMilder += 1
        else lowerStricter += 1
      }
  return { lowerMilder, lowerStricter }
}

/** Pairs over several questions. */
export function sumPairs(parts: readonly Pairs[]): Pairs {
  return parts.reduce<Pairs>(
    (sum, { pairs, agreeing }) => ({ pairs: sum.pairs + pairs, agreeing: sum.agreeing + agreeing }),
    { pairs: 0, agreeing: 0 },
  )
}

export interface ChanceCorrected {
  /** Gwet's AC1 over the yes-no questions, and its limits. */
  readonly ac1: number
  readonly limits: Interval
  /** Krippendorff's alpha; null where all answers are alike, which leaves it undefined. */
  readonly alpha: number | null
  /** Questions that two or more answered. */
  readonly questions: number
}

/**
 * Agreement beyond chance over the yes-no questions: rows are questions of cases, columns are people. Undefined with
 * fewer than two questions that two or more people answered.
 */
export function chanceCorrected(rows: readonly (readonly (Voice | null)[])[]): ChanceCorrected | undefined {
  const ratings = rows.map((row) => row.map((voice) => voice?.given ?? null))
  const rated = ratings.filter((row) => row.filter((given) => given !== null).length >= 2)
  if (rated.length < 2) return undefined
  const used = new Set(rated.flat().filter((given) => given !== null))
  return {
    ac1: ac1(rated, yesNoCategories).ac1,
    limits: acInterval(rated, yesNoCategories),
    alpha: used.size < 2 ? null : alphaNominal(rated, yesNoCategories),
    questions: rated.length,
  }
}

/** Where the meeting begins: most disagreement first; among alike more pairs first; else the order of the form. */
export function byDisagreement<Q extends Pairs>(questions: readonly Q[]): readonly Q[] {
  const share = ({ pairs, agreeing }: Pairs) => (pairs === 0 ? 1 : agreeing / pairs)
  return questions.toSorted((a, b) => share(a) - share(b) || b.pairs - a.pairs)
}
