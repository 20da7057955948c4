import type { Language } from '../../core/language/language.ts'
import type { PlanTarget } from '../../core/planning/cheaper-plans.ts'
import type { PlanOutcome } from '../../core/planning/plan.ts'
import type { PlanStart } from '../../core/planning/plan-basis.ts'

interface Plans {
  readonly start: PlanStart
  readonly given: PlanOutcome
  readonly others: readonly PlanOutcome[]
  readonly target: PlanTarget
}

/** The plans in plain words: what each can say, its hours, and what was assumed. */
export function planLines({ start, given, others, target }: Plans, language: Language): readonly string[] {
  const words = texts[language]
  const wants = target.margin !== undefined || target.change !== undefined
  return [
    ...assumptions(start, language),
    `${words.given}: ${planLine(given, language)}`,
    others.length === 0 ? words.none(wants) : words.others(wants),
    ...others.map((plan) => {
      const saved = Math.round(100 * (1 - plan.hours / given.hours))
      return `  ${planLine(plan, language)}${words.saved(saved)}`
    }),
    words.caution,
  ]
}

function planLine(
  { levels, margin, detectableChange, expertEquivalent, hours }: PlanOutcome,
  language: Language,
): string {
  const words = texts[language]
  const number = (value: number, digits: number): string =>
    value.toLocaleString(language === 'da' ? 'da-DK' : 'en-GB', { maximumFractionDigits: digits })
  const sizes = levels.map(({ level, reviews }) => words.level(level, reviews)).join(', ')
  if (margin === null || detectableChange === null || expertEquivalent === null)
    return `${sizes}. ${words.tooFew} ${words.hours(number(hours, 0))}`
  return `${sizes}. ${words.sees(number(100 * margin, 1), number(100 * detectableChange, 1), number(expertEquivalent, 0))} ${words.hours(number(hours, 0))}`
}

function assumptions({ levels, spread, assumed }: PlanStart, language: Language): readonly string[] {
  const words = texts[language]
  const decimals = (value: number): string =>
    value.toLocaleString(language === 'da' ? 'da-DK' : 'en-GB', { maximumFractionDigits: 2 })
  const shown = levels
    .slice(0, -1)
    .map(
      ({ level, r2 }) =>
        `${words.level(level, decimals(r2))}${assumed.r2.includes(level) ? words.assumed : ''}`,
    )
  return [
    `${words.spread}: ${decimals(spread)}${assumed.spread ? words.assumed : ''}.`,
    ...(shown.length === 0 ? [] : [`${words.r2}: ${shown.join(', ')}.`]),
  ]
}

const texts = {
  da: {
    level: (level: number, value: number | string) => `niveau ${level}: ${value}`,
    spread: 'Spredning mellem sager',
    r2: 'Så meget af øverste niveaus vurdering kan forudsiges (R²)',
    assumed: ' (antaget)',
    given: 'Planen',
    others: (wants: boolean) =>
      wants ? 'Planer, der når det ønskede, billigst først:' : 'Mindst lige så sikkert med færre timer:',
    none: (wants: boolean) =>
      wants
        ? 'Ingen af de prøvede planer når det ønskede med færre timer.'
        : 'Ingen af de prøvede planer er lige så sikker med færre timer.',
    sees: (margin: string, change: string, worth: string) =>
      `Usikkerhed ±${margin} procentpoint, ser en ændring på ${change} procentpoint, svarer til ${worth} gennemgange på øverste niveau alene.`,
    tooFew: 'For få gennemgange på øverste niveau til at sige noget.',
    hours: (hours: string) => `${hours} timer.`,
    saved: (percent: number) => (percent > 0 ? ` ${percent} % færre timer.` : ` ${-percent} % flere timer.`),
    caution:
      'Tallene gælder den samlede efterlevelse målt med øverste niveaus øjne. Gennemgange tjener også læring og de enkelte sager; det tæller ikke med her.',
  },
  en: {
    level: (level: number, value: number | string) => `level ${level}: ${value}`,
    spread: 'Spread between cases',
    r2: 'Share of the highest level’s judgement that can be foretold (R²)',
    assumed: ' (assumed)',
    given: 'The plan',
    others: (wants: boolean) =>
      wants ? 'Plans that reach what is wanted, cheapest first:' : 'At least as certain in fewer hours:',
    none: (wants: boolean) =>
      wants
        ? 'None of the plans tried reaches what is wanted in fewer hours.'
        : 'None of the plans tried is as certain in fewer hours.',
    sees: (margin: string, change: string, worth: string) =>
      `Uncertainty ±${margin} points, finds a change of ${change} points, worth ${worth} reviews at the highest level alone.`,
    tooFew: 'Too few reviews at the highest level to say anything.',
    hours: (hours: string) => `${hours} hours.`,
    saved: (percent: number) => (percent > 0 ? ` ${percent} % fewer hours.` : ` ${-percent} % more hours.`),
    caution:
      'The figures are about overall compliance as the highest level sees it. Reviews also serve learning and the single case; that is not counted here.',
  },
} as const
