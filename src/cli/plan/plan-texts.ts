import { plural } from '../../core/language/plural.ts'

interface Saved {
  readonly percent: string
  /** Null: the same hours. */
  readonly fewer: boolean | null
}

export const planTexts = {
  da: {
    level: (level: number, value: string) => `niveau ${level}: ${value}`,
    spread: 'Spredning mellem sager',
    r2: (level: number) => `Så meget af niveau ${level}s vurdering kan forudsiges (R²)`,
    even: 'Alle sager antages at have lige stor chance for at blive trukket.',
    uneven: '100 gennemgange er med udtrækkets vægte lige så sikre som så mange med lige stor chance',
    endless: 'Antallet af afsluttede sagstrin kendes ikke og regnes for meget stort.',
    population: (count: string) => `Afsluttede sagstrin: ${count}.`,
    assumed: ' (antaget)',
    proposed:
      'Hverken --reviews eller en runde (--analysis) siger, hvor mange gennemgange der skal være. Planen er derfor et forslag: 60 på øverste niveau og dobbelt så mange for hvert niveau under, så langt sagerne rækker.',
    given: 'Planen',
    withoutHighest: (reference: number, highest: number) =>
      `Niveau ${highest} gennemgår intet i planen; tallene gælder derfor med niveau ${reference}s øjne.`,
    breaks: (level: number, planned: string, wanted: string) =>
      `Planen holder ikke selv --at-least: niveau ${level} har ${planned} og skulle have mindst ${wanted}.`,
    sameCases: (level: number, next: number) =>
      `Niveau ${level} gennemgår lige så mange sager som niveau ${next}, altså de samme, og gør derfor ikke resultatet sikrere.`,
    others: (wants: boolean) =>
      wants ? 'Planer, der når det ønskede, billigst først:' : 'Mindst lige så sikkert med færre timer:',
    none: (wants: boolean) =>
      wants
        ? 'Ingen af de prøvede planer når det ønskede med færre timer.'
        : 'Ingen af de prøvede planer er lige så sikker med færre timer.',
    notReached: 'Ingen af de prøvede planer når det ønskede.',
    sees: (margin: string, change: string | undefined) =>
      change === undefined
        ? `Usikkerhed ${margin} procentpoint; ingen ændring er stor nok til at blive set.`
        : `Usikkerhed ${margin} procentpoint, ser en ændring på ${change} procentpoint.`,
    certain: 'Alle sager bliver gennemgået på alle niveauer, så der er ingen usikkerhed.',
    under: (value: string) => `under ${value}`,
    worth: (count: number, shown: string, level: number) =>
      `Svarer til ${shown} ${plural('da', count, 'gennemgang', 'gennemgange')} på niveau ${level} alene, trukket med lige stor chance.`,
    tooFew: (level: number) =>
      `Med under fire gennemgange på niveau ${level} kan der intet siges om sagerne som helhed.`,
    hours: (hours: number, shown: string) => `${shown} ${plural('da', hours, 'time', 'timer')}.`,
    saved: ({ percent, fewer }: Saved) =>
      fewer === null ? 'Lige så mange timer.' : `${percent} % ${fewer ? 'færre' : 'flere'} timer.`,
    caution: (level: number) =>
      `Tallene gælder den samlede efterlevelse målt med niveau ${level}s øjne. Gennemgange tjener også læring og de enkelte sager; det tæller ikke med her.`,
  },
  en: {
    level: (level: number, value: string) => `level ${level}: ${value}`,
    spread: 'Spread between cases',
    r2: (level: number) => `Share of level ${level}’s judgement that can be foretold (R²)`,
    even: 'Every case is assumed to have the same chance of being drawn.',
    uneven: 'By the weights of the draw, 100 reviews are as certain as so many of equal chance',
    endless: 'The number of finished case stages is not known and taken to be very large.',
    population: (count: string) => `Finished case stages: ${count}.`,
    assumed: ' (assumed)',
    proposed:
      'Neither --reviews nor a round (--analysis) says how many reviews there are to be. So the plan is a proposal: 60 at the highest level and twice as many for each level below, as far as there are cases.',
    given: 'The plan',
    withoutHighest: (reference: number, highest: number) =>
      `Level ${highest} reviews nothing in this plan, so the figures are as level ${reference} sees it.`,
    breaks: (level: number, planned: string, wanted: string) =>
      `The plan itself breaks --at-least: level ${level} has ${planned} and was to have ${wanted} or more.`,
    sameCases: (level: number, next: number) =>
      `Level ${level} reviews as many cases as level ${next}, so the same ones, and does not make the result more certain.`,
    others: (wants: boolean) =>
      wants ? 'Plans that reach what is wanted, cheapest first:' : 'At least as certain in fewer hours:',
    none: (wants: boolean) =>
      wants
        ? 'None of the plans tried reaches what is wanted in fewer hours.'
        : 'None of the plans tried is as certain in fewer hours.',
    notReached: 'None of the plans tried reaches what is wanted.',
    sees: (margin: string, change: string | undefined) =>
      change === undefined
        ? `Uncertainty ${margin} points; no change is large enough to be found.`
        : `Uncertainty ${margin} points, finds a change of ${change} points.`,
    certain: 'All cases are reviewed at every level, so there is no uncertainty.',
    under: (value: string) => `under ${value}`,
    worth: (count: number, shown: string, level: number) =>
      `Worth ${shown} ${plural('en', count, 'review', 'reviews')} at level ${level} alone, drawn with equal chances.`,
    tooFew: (level: number) =>
      `With under four reviews at level ${level}, nothing can be said about the cases as a whole.`,
    hours: (hours: number, shown: string) => `${shown} ${plural('en', hours, 'hour', 'hours')}.`,
    saved: ({ percent, fewer }: Saved) =>
      fewer === null ? 'As many hours.' : `${percent}% ${fewer ? 'fewer' : 'more'} hours.`,
    caution: (level: number) =>
      `The figures are about overall compliance as level ${level} sees it. Reviews also serve learning and the single case; that is not counted here.`,
  },
} as const
