import type { Language, LocalText } from '../../core/language/language.ts'
import { formatProblem, type Problem } from '../../core/language/problem.ts'

/** Of one kind of difference; more say nothing that the first did not. */
const shownOfEach = 20

export interface ToldDifferences {
  /** For the screen: the first of each kind, and how many more there are. */
  readonly shown: string
  readonly hidden: number
  /** Every difference, a line each. */
  readonly all: string
}

export interface ComparedFiles {
  readonly draw: string
  /** Differences with a line are about its rows. */
  readonly frame: string
}

/** What a draw differs in. A very different frame gives thousands of lines, so each kind is cut after its first. */
export function tellDifferences(
  differences: readonly Problem[],
  { draw, frame }: ComparedFiles,
  language: Language,
): ToldDifferences {
  const line = (problem: Problem) => {
    const file = problem.at?.line === undefined ? draw : frame
    return `${formatProblem({ ...problem, at: { file, ...problem.at } }, language)}\n`
  }
  const kinds = Map.groupBy(
    differences,
    ({ code, at }) => `${code} ${at?.column?.replace(/\d+/gu, '') ?? ''}`,
  )
  let shown = ''
  let hidden = 0
  for (const ofKind of kinds.values()) {
    shown += ofKind.slice(0, shownOfEach).map(line).join('')
    const more = ofKind.length - shownOfEach
    if (more <= 0) continue
    hidden += more
    const [{ at } = {}] = ofKind
    shown += `${draw}: ${moreOf(more, kindWords(at?.column ?? ''), language)}\n`
  }
  return { shown, hidden, all: differences.map(line).join('') }
}

function moreOf(count: number, kind: LocalText, language: Language): string {
  const number = new Intl.NumberFormat({ da: 'da-DK', en: 'en-GB' }[language]).format(count)
  return language === 'da' ? `og ${number} til (${kind.da}).` : `and ${number} more (${kind.en}).`
}

/** By the JSON path without its numbers. */
const words: Readonly<Record<string, LocalText>> = {
  strata: { da: 'strata, der mangler i filen', en: 'strata missing from the file' },
  'strata[]': { da: 'strata, der ikke skulle være der', en: 'strata that should not be there' },
  'strata[].eligible': { da: 'antal sager at trække fra', en: 'numbers of eligible cases' },
  'strata[].wanted': { da: 'antal ønskede sager', en: 'numbers of cases wanted' },
  'strata[].drawn': { da: 'antal trukne sager', en: 'numbers of cases drawn' },
  'strata[].excluded': { da: 'antal sager, der faldt fra', en: 'numbers of cases that fell out' },
  cases: { da: 'sager, der mangler i filen', en: 'cases missing from the file' },
  'cases[]': { da: 'sager, der ikke skulle være trukket', en: 'cases that should not have been drawn' },
  'cases[].key': { da: 'sagers nøgler', en: 'keys of cases' },
  'cases[].order': { da: 'sagers plads i rækkefølgen', en: 'places of cases in the order' },
  'cases[].chance': { da: 'sagers sandsynlighed', en: 'chances of cases' },
  'cases[].reason': { da: 'begrundelser for udskiftning', en: 'reasons for replacement' },
}

function kindWords(path: string): LocalText {
  return words[path.replace(/\d+/gu, '')] ?? { da: 'af samme slags', en: 'of the same kind' }
}
