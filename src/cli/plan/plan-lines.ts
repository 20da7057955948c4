import type { Language } from '../../core/language/language.ts'
import type { PlanTarget } from '../../core/planning/cheaper-plans.ts'
import type { Lessons } from '../../core/planning/learn-from-rounds.ts'
import type { PlanOutcome } from '../../core/planning/plan.ts'
import type { PlanStart } from '../../core/planning/plan-basis.ts'
import { planTexts } from './plan-texts.ts'

interface Plans {
  readonly start: PlanStart
  readonly given: PlanOutcome
  readonly others: readonly PlanOutcome[]
  readonly target: PlanTarget
  /** By level: reviews that are to be kept, which the plan itself may not reach. */
  readonly atLeast: ReadonlyMap<number, number>
  readonly population: number | null
  /** The programme's highest level, which the plan may leave out. */
  readonly highest: number
}

/** The plans in plain words: what each can say, its hours, and what was assumed. */
export function planLines(plans: Plans, language: Language): readonly string[] {
  const { start, given, others, target, atLeast, highest } = plans
  const words = planTexts[language]
  const reference = start.levels.at(-1)?.level ?? 0
  const wants = target.margin !== undefined || target.change !== undefined
  return [
    ...assumptions(plans, language),
    ...(start.proposed ? [words.proposed] : []),
    `${words.given}: ${planLine(given, reference, language)}`,
    ...(reference === highest ? [] : [words.withoutHighest(reference, highest)]),
    ...given.levels.flatMap(({ level, reviews }, at) => {
      const next = given.levels[at + 1]
      return next?.reviews === reviews ? [words.sameCases(level, next.level)] : []
    }),
    ...start.levels.flatMap(({ level, reviews }) => {
      const wanted = atLeast.get(level) ?? 0
      return wanted > reviews
        ? [words.breaks(level, number(reviews, 0, language), number(wanted, 0, language))]
        : []
    }),
    ...(others.length > 0 ? [words.others(wants)] : noOthers(given, wants, language)),
    ...others.map(
      (plan) =>
        `  ${planLine(plan, reference, language)} ${words.saved(savedText(plan.hours, given.hours, language))}`,
    ),
    words.caution(reference),
  ]
}

/** A plan that says nothing has no equal: then there is nothing to tell of cheaper ones. */
function noOthers(given: PlanOutcome, wants: boolean, language: Language): readonly string[] {
  const words = planTexts[language]
  if (wants) return [given.margin === null ? words.notReached : words.none(true)]
  return given.margin === null ? [] : [words.none(false)]
}

function planLine(
  { levels, margin, detectableChange, expertEquivalent, hours }: PlanOutcome,
  reference: number,
  language: Language,
): string {
  const words = planTexts[language]
  const sizes = levels
    .map(({ level, reviews }) => words.level(level, number(reviews, 0, language)))
    .join(', ')
  const time = words.hours(hours, number(hours, hours < 10 ? 1 : 0, language))
  if (margin === null || detectableChange === null || expertEquivalent === null)
    return `${sizes}. ${words.tooFew(reference)} ${time}`
  const sees = margin === 0 ? words.certain : words.sees(...seenPoints(margin, detectableChange, language))
  const worth = Math.round(expertEquivalent)
  // A level alone and evenly drawn is worth its own reviews.
  const alone = levels.length === 1 && worth === levels[0]?.reviews
  return [
    `${sizes}.`,
    sees,
    ...(alone || margin === 0 ? [] : [words.worth(worth, number(worth, 0, language), reference)]),
    time,
  ].join(' ')
}

function seenPoints(
  margin: number,
  change: number,
  language: Language,
): readonly [string, string | undefined] {
  const { under } = planTexts[language]
  const points = (share: number, sign: string): string =>
    share < 0.0005
      ? under(`${sign}${number(0.1, 1, language)}`)
      : `${sign}${number(100 * share, 1, language)}`
  return [points(margin, '±'), change >= 1 ? undefined : points(change, '')]
}

function savedText(
  hours: number,
  given: number,
  language: Language,
): { readonly percent: string; readonly fewer: boolean | null } {
  const share = 1 - hours / given
  const percent = Math.round(100 * Math.abs(share))
  if (Math.abs(share) < 1e-9) return { percent: '', fewer: null }
  return {
    percent: percent === 0 ? planTexts[language].under('1') : number(percent, 0, language),
    fewer: share > 0,
  }
}

function assumptions({ start, population }: Plans, language: Language): readonly string[] {
  const { levels, lessons } = start
  const words = planTexts[language]
  const [spread, lower] = [lessons.spread, levels.slice(0, -1)]
  const shown = lower.map(({ level, r2 }) => {
    const assumed = lessons.r2.get(level)?.cases === 0 ? words.assumed : ''
    return `${words.level(level, number(r2, 2, language))}${assumed}`
  })
  return [
    `${words.spread}: ${number(spread.value, 2, language)}${spread.cases === 0 ? words.assumed : ''}.`,
    ...(shown.length === 0 ? [] : [`${words.r2(levels.at(-1)?.level ?? 0)}: ${shown.join(', ')}.`]),
    evennessLine(levels, lessons, language),
    population === null ? words.endless : words.population(number(Math.round(population), 0, language)),
  ]
}

/** What a hundred reviews of each level are worth by the weights of the draws. */
function evennessLine(levels: PlanStart['levels'], { evenness }: Lessons, language: Language): string {
  const words = planTexts[language]
  const learned = levels.map(({ level }) => ({ level, even: evenness.get(level) }))
  if (learned.every(({ even }) => even === undefined || even.cases === 0)) return words.even
  const shown = learned.map(({ level, even }) => {
    const assumed = even === undefined || even.cases === 0 ? words.assumed : ''
    return `${words.level(level, number(100 * (even?.value ?? 1), 0, language))}${assumed}`
  })
  return `${words.uneven}: ${shown.join(', ')}.`
}

function number(value: number, digits: number, language: Language): string {
  return value.toLocaleString(language === 'da' ? 'da-DK' : 'en-GB', { maximumFractionDigits: digits })
}
