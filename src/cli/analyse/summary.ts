import type { Analysis } from '../../core/analysis/analysis.ts'
import { conclusionOf } from '../../core/analysis/conclusion.ts'
import { chosenCasesWords } from '../../core/analysis/generalises.ts'
import type { Language } from '../../core/language/language.ts'

/** The terminal shows so many contradictions, the file all. */
const mostContradictions = 5

/** What a person at the terminal wants to know at once; all else is in the file. */
export function summaryLines(analysis: Analysis, language: Language): readonly string[] {
  const levels = analysis.levels.map(({ level, reviews }) =>
    language === 'da' ? `niveau ${level}: ${reviews}` : `level ${level}: ${reviews}`,
  )
  const classical = analysis.summary.classicalClasses
  const held = classical.progress + classical['held-at-100']
  return [
    language === 'da'
      ? `Runde ${analysis.round}, gennemgange på ${levels.join(', ')}.`
      : `Round ${analysis.round}, reviews at ${levels.join(', ')}.`,
    ...[chosenCasesWords(analysis.levels)?.[language]].filter((line) => line !== undefined),
    ...compositeLine(analysis, language),
    ...cascadeLine(analysis, language),
    ...[conclusionOf(analysis)?.[language]].filter((line) => line !== undefined),
    ...(analysis.baselineRound === null
      ? []
      : [
          language === 'da'
            ? `Som i de trykte rapporter: fremgang i ${classical.progress} spørgsmål, fastholdt 100 % i ${classical['held-at-100']} (i alt ${held}), uændret ${classical.unchanged}, tilbagegang ${classical.decline}.`
            : `As in the printed reports: progress in ${classical.progress} questions, 100 % held in ${classical['held-at-100']} (together ${held}), unchanged ${classical.unchanged}, decline ${classical.decline}.`,
        ]),
    ...contradictionLines(analysis, language),
  ]
}

function contradictionLines({ contradictions }: Analysis, language: Language): readonly string[] {
  const word = language === 'da' ? 'Modsigelse' : 'Contradiction'
  const more = contradictions.length - mostContradictions
  return [
    ...contradictions.slice(0, mostContradictions).map(({ detail }) => `${word}: ${detail[language]}`),
    ...(more <= 0
      ? []
      : [
          language === 'da'
            ? `${more} ${more === 1 ? 'modsigelse' : 'modsigelser'} mere står i filen.`
            : `${more} more ${more === 1 ? 'contradiction stands' : 'contradictions stand'} in the file.`,
        ]),
  ]
}

function compositeLine(analysis: Analysis, language: Language): readonly string[] {
  const overall = analysis.composites.find(
    (row) => row.stage === null && row.unit === null && row.level === analysis.comparisonLevel,
  )
  if (overall === undefined || overall.share === null || overall.interval === null) return []
  const percent = (share: number) => percentOf(share, language)
  const [lower, upper] = overall.interval
  const before = overall.baseline?.share
  const base = before === undefined || before === null ? undefined : percent(before)
  return [
    language === 'da'
      ? `Niveau ${overall.level}: i en gennemsnitlig sag er ${percent(overall.share)} % af kravene i orden (${percent(lower)}-${percent(upper)} %)${base === undefined ? '' : `, mod ${base} % i baseline`}.`
      : `Level ${overall.level}: a case meets ${percent(overall.share)} % of the requirements on average (${percent(lower)}-${percent(upper)} %)${base === undefined ? '' : `, against ${base} % in the baseline`}.`,
  ]
}

/** What the highest level would have found; nothing where a single level reviewed. */
function cascadeLine({ cascade }: Analysis, language: Language): readonly string[] {
  const overall = cascade.find(({ scope }) => scope.stage === null && scope.question === null)
  if (overall === undefined || overall.refusal === 'one-level') return []
  const { estimate, interval, expertEquivalent, expertOnly, reference, reason } = overall
  if (estimate === null || interval === null || expertEquivalent === null)
    return reason === null ? [] : [reason[language]]
  const percent = (share: number) => percentOf(share, language)
  const [lower, upper] = interval.map(percent)
  const worth = Math.round(expertEquivalent)
  return [
    language === 'da'
      ? `Niveau ${reference} ville i alt have fundet ${percent(estimate)} % (${lower}-${upper} %); det er så sikkert som ${worth} af dets gennemgange, og det har lavet ${expertOnly.cases}.`
      : `Level ${reference} would have found ${percent(estimate)} % over all (${lower}-${upper} %); this is as certain as ${worth} of its reviews, and it made ${expertOnly.cases}.`,
  ]
}

function percentOf(share: number, language: Language): string {
  return (100 * share).toLocaleString(language === 'da' ? 'da-DK' : 'en-GB', { maximumFractionDigits: 0 })
}
