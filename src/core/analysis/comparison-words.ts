import type { LocalText } from '../language/language.ts'
import { plural } from '../language/plural.ts'
import type { ChangeClass } from './analysis.ts'
import { highestP } from './classes.ts'
import type { ComparedSides } from './compare-sides.ts'

/** What the comparison comes to, in a sentence or two; A is the first side. */
export function comparisonWords({
  questions,
  inBoth,
}: Pick<ComparedSides, 'questions' | 'inBoth'>): LocalText {
  if (inBoth > 0)
    return {
      da: `${number(inBoth, 'da')} sagstrin er gennemgået på begge sider. De to er derfor ikke uafhængige, og ingen forskel er bedømt.`,
      en: `${number(inBoth, 'en')} ${plural('en', inBoth, 'case stage was reviewed', 'case stages were reviewed')} on both sides. So the two are not independent, and no difference is judged.`,
    }
  const changes = questions.flatMap(({ inBaselineSet, change }) =>
    inBaselineSet && change !== null ? [change] : [],
  )
  if (changes.length === 0)
    return {
      da: 'Ingen spørgsmål kunne sammenlignes.',
      en: 'No question could be compared.',
    }
  const count = (...classes: readonly ChangeClass[]) =>
    changes.filter((change) => classes.includes(change.class)).length
  const [higherA, higherB] = [count('improved'), count('declined')]
  const [watch, unclear] = [count('signal-up', 'signal-down'), count('no-clear-change', 'all-compliant-both')]
  const few = count('too-few')
  const tested = changes.filter(({ p }) => p !== null)
  if (tested.length === 0)
    return {
      da: `${changes.length} spørgsmål er fælles, men ingen har svar nok på begge sider til at bedømme en forskel.`,
      en: `${changes.length} ${plural('en', changes.length, 'question is', 'questions are')} in common, and none has answers enough on both sides to judge a difference.`,
    }
  const chance = Math.round(tested.reduce((sum, { chanceOfSignal }) => sum + (chanceOfSignal ?? highestP), 0))
  return {
    da: `${changes.length} spørgsmål sammenlignet: ${higherA} klart højere i A, ${higherB} klart højere i B, ${watch} bør følges, ${unclear} uden klar forskel${few === 0 ? '' : `, ${few} med for få svar`}. Var der ingen forskelle, ville ${chance === 0 ? 'færre end 1' : `omkring ${chance}`} alligevel slå ud.`,
    en: `${changes.length} ${plural('en', changes.length, 'question', 'questions')} compared: ${higherA} clearly higher in A, ${higherB} clearly higher in B, ${watch} to watch, ${unclear} without a clear difference${few === 0 ? '' : `, ${few} with too few answers`}. Were there no differences, ${chance === 0 ? 'fewer than 1' : `about ${chance}`} would stand out all the same.`,
  }
}

/** The classes of a comparison that is none over time. */
export const differenceWords: Readonly<Record<ChangeClass, LocalText>> = {
  improved: { da: 'højere i A', en: 'higher in A' },
  declined: { da: 'højere i B', en: 'higher in B' },
  'signal-up': { da: 'måske højere i A, følg det', en: 'perhaps higher in A, watch' },
  'signal-down': { da: 'måske højere i B, følg det', en: 'perhaps higher in B, watch' },
  'no-clear-change': { da: 'ingen klar forskel', en: 'no clear difference' },
  'all-compliant-both': { da: 'i orden i alle sager i begge', en: 'compliant in every case in both' },
  'too-few': { da: 'for få svar', en: 'too few answers' },
}

/** Of composites, which are judged by their cases. */
export const compositeDifferenceWords: typeof differenceWords = {
  ...differenceWords,
  'too-few': { da: 'for få sager', en: 'too few cases' },
}

function number(count: number, language: 'da' | 'en'): string {
  return count.toLocaleString(language === 'da' ? 'da-DK' : 'en-GB')
}
