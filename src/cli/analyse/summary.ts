import type {
  Analysis,
  CompositeResult,
  CompositeSide,
  ContradictionCode,
} from '../../core/analysis/analysis.ts'
import { isNowhereApplicable } from '../../core/analysis/counts.ts'
import { conclusionOf } from '../../core/analysis/conclusion.ts'
import { chosenCasesWords } from '../../core/analysis/generalises.ts'
import { missingReviewsTexts } from '../../core/analysis/missing-reviews.ts'
import { sharedRequirementsWords } from '../../core/analysis/shared-requirements.ts'
import { unprovenBaselineWords, unprovenDrawWords } from '../../core/analysis/unproven-draw.ts'
import type { Language, LocalText } from '../../core/language/language.ts'
import { plural } from '../../core/language/plural.ts'
import { fewestForPercent } from '../../core/report/print-figure.ts'

/** The terminal shows so many contradictions, the file all. */
const mostContradictions = 5
/** Questions named in one line. */
const mostNames = 5

/** What a person at the terminal wants to know at once; all else is in the file. */
export function summaryLines(analysis: Analysis, language: Language): readonly string[] {
  const levels = analysis.levels.map(({ level, reviews }) =>
    language === 'da' ? `niveau ${level}: ${reviews}` : `level ${level}: ${reviews}`,
  )
  const { classicalClasses: classical, compared } = analysis.summary
  const held = classical.progress + classical['held-at-100']
  return [
    language === 'da'
      ? `Runde ${analysis.round}, gennemgange på ${levels.join(', ')}.`
      : `Round ${analysis.round}, reviews at ${levels.join(', ')}.`,
    ...missingReviewsTexts(analysis).map(
      ({ text, prominent }) =>
        `${prominent ? (language === 'da' ? 'ADVARSEL: ' : 'WARNING: ') : ''}${text[language]}`,
    ),
    ...[
      analysis.notice,
      chosenCasesWords(analysis.levels),
      unprovenDrawWords(analysis.levels),
      unprovenBaselineWords(analysis.levels),
    ].flatMap((words) => (words === null ? [] : [words[language]])),
    ...resultLines(analysis, language),
    ...cascadeLine(analysis, language),
    ...[conclusionOf(analysis)?.[language]].filter((line) => line !== undefined),
    ...(analysis.baselineRound === null || compared === 0
      ? []
      : [
          language === 'da'
            ? `Som i de trykte rapporter: fremgang i ${classical.progress} spørgsmål, fastholdt 100 % i ${classical['held-at-100']} (i alt ${held}), uændret ${classical.unchanged}, tilbagegang ${classical.decline}.`
            : `As in the printed reports: progress in ${classical.progress} ${plural('en', classical.progress, 'question', 'questions')}, 100 % held in ${classical['held-at-100']} (together ${held}), unchanged ${classical.unchanged}, decline ${classical.decline}.`,
        ]),
    ...contradictionLines(analysis, language),
  ]
}

/** Not all that is listed contradicts: what is missing, or was asked otherwise before, is called that. */
const noteWords: Readonly<Record<'contradiction' | 'missing' | 'not-compared', LocalText>> = {
  contradiction: { da: 'Modsigelse', en: 'Contradiction' },
  missing: { da: 'Mangler', en: 'Missing' },
  'not-compared': { da: 'Ikke sammenlignet', en: 'Not compared' },
}

function noteWord(code: ContradictionCode): LocalText {
  if (code === 'answers-missing') return noteWords.missing
  return noteWords[code === 'baseline-incomplete' ? 'not-compared' : 'contradiction']
}

function contradictionLines(analysis: Analysis, language: Language): readonly string[] {
  const { contradictions } = analysis
  const more = contradictions.length - mostContradictions
  return [
    ...contradictions.slice(0, mostContradictions).map(({ code, detail }) => {
      const why =
        code === 'baseline-incomplete' ? ` ${changedWords(analysis)?.[language] ?? ''}`.trimEnd() : ''
      return `${noteWord(code)[language]}: ${detail[language]}${why}`
    }),
    ...(more <= 0
      ? []
      : [
          language === 'da'
            ? `${more} ${more === 1 ? 'bemærkning' : 'bemærkninger'} mere står i filen.`
            : `${more} more ${more === 1 ? 'remark stands' : 'remarks stand'} in the file.`,
        ]),
  ]
}

/** Questions that the baseline's version asked otherwise, for which no comparison was to be expected; null where there are none. */
function changedWords({ series }: Analysis): LocalText | null {
  const changed = series
    .filter(({ declaredComparable }) => !declaredComparable)
    .map(({ question }) => question)
  if (changed.length === 0) return null
  const [shown, rest] = [changed.slice(0, mostNames).join(', '), changed.length - mostNames]
  return {
    da: `Ny eller ændret i programmet siden baseline: ${shown}${rest > 0 ? ` og ${rest} til` : ''}.`,
    en: `New or changed in the programme since the baseline: ${shown}${rest > 0 ? ` and ${rest} more` : ''}.`,
  }
}

/** What the comparison level found; where it reviewed nothing, that, and what the others did. */
function resultLines(analysis: Analysis, language: Language): readonly string[] {
  const { comparisonLevel, levels } = analysis
  if (levels.some(({ level }) => level === comparisonLevel))
    return compositeLine(analysis, comparisonLevel, language)
  return [
    language === 'da'
      ? `Niveau ${comparisonLevel}, som resultater og ændringer måles på, har ikke gennemgået noget i runden.`
      : `Level ${comparisonLevel}, by which results and changes are measured, reviewed nothing in this round.`,
    ...levels.flatMap(({ level }) => compositeLine(analysis, level, language)),
  ]
}

function compositeLine(analysis: Analysis, of: number, language: Language): readonly string[] {
  const overall = analysis.composites.find(
    (row) => row.stage === null && row.unit === null && row.level === of,
  )
  if (overall === undefined) return []
  const { level, cases, share, interval } = overall
  if (isNowhereApplicable(overall)) return [nowhereLine(analysis, level, language)]
  if (share === null) return []
  if (cases < fewestForPercent) return [fewLine(overall, sharedRequirementsWords(analysis), language)]
  const percent = (of: number) => percentOf(of, language)
  const within = interval === null ? '' : ` (${interval.map(percent).join('-')} %)`
  const base = sideOf(overall.baseline, language)
  const shared = sharedRequirementsWords(analysis)
  return [
    language === 'da'
      ? `Niveau ${level}: i en gennemsnitlig sag er ${percent(share)} % af ${shared?.da ?? 'kravene'} i orden${within}${base === null ? '' : `, mod ${base} i baseline`}.`
      : `Level ${level}: a case meets ${percent(share)} % of ${shared?.en ?? 'the requirements'} on average${within}${base === null ? '' : `, against ${base} in the baseline`}.`,
  ]
}

/** A percentage, or the counts of fewer than ten cases. */
function sideOf(side: CompositeSide | null, language: Language): string | null {
  if (side === null || side.share === null) return null
  const { numerator, denominator } = side
  if (side.cases >= fewestForPercent) return `${percentOf(side.share, language)} %`
  return language === 'da' ? `${numerator} af ${denominator}` : `${numerator} of ${denominator}`
}

function fewLine(
  { level, cases, numerator, denominator }: CompositeResult,
  shared: LocalText | null,
  language: Language,
): string {
  const only = shared === null ? '' : language === 'da' ? ` (kun ${shared.da})` : ` (only ${shared.en})`
  return language === 'da'
    ? `Niveau ${level}: ${numerator} af ${denominator} relevante krav${only} i orden i ${cases} ${plural('da', cases, 'sag', 'sager')}; det er for få sager til en procent.`
    : `Level ${level}: ${numerator} of ${denominator} applicable requirements${only} met in ${cases} ${plural('en', cases, 'case', 'cases')}, too few for a percentage.`
}

function nowhereLine({ levels }: Analysis, of: number, language: Language): string {
  const cases = levels.find(({ level }) => level === of)?.reviews ?? 0
  if (cases === 1)
    return language === 'da'
      ? `Niveau ${of}: intet krav var relevant i den ene sag.`
      : `Level ${of}: no requirement was applicable in the one case.`
  return language === 'da'
    ? `Niveau ${of}: intet krav var relevant i nogen af de ${cases} sager.`
    : `Level ${of}: no requirement was applicable in any of the ${cases} cases.`
}

/** What the highest level would have found; nothing where the comparison level alone reviewed, as in a programme of one level. */
function cascadeLine(analysis: Analysis, language: Language): readonly string[] {
  const { cascade, levels, comparisonLevel } = analysis
  const shared = sharedRequirementsWords(analysis)
  const overall = cascade.find(({ scope }) => scope.stage === null && scope.question === null)
  if (overall === undefined) return []
  const compared = levels.some(({ level }) => level === comparisonLevel)
  if (overall.refusal === 'one-level' && compared) return []
  const { estimate, interval, expertEquivalent, expertOnly, reference, reason, caveats } = overall
  if (estimate === null || interval === null || expertEquivalent === null)
    return reason === null ? [] : [reason[language]]
  const percent = (share: number) => percentOf(share, language)
  const [lower, upper] = interval.map(percent)
  const worth = Math.round(expertEquivalent)
  const line =
    language === 'da'
      ? `Niveau ${reference} ville i alt have fundet ${percent(estimate)} %${shared === null ? '' : ` af ${shared.da}`} (${lower}-${upper} %); det er så sikkert som ${worth} af dets gennemgange, og det har lavet ${expertOnly.cases}.`
      : `Level ${reference} would have found ${percent(estimate)} %${shared === null ? '' : ` of ${shared.en}`} over all (${lower}-${upper} %); this is as certain as ${worth} of its reviews, and it made ${expertOnly.cases}.`
  return [[line, ...caveats.map((caveat) => caveat[language])].join(' ')]
}

function percentOf(share: number, language: Language): string {
  return (100 * share).toLocaleString(language === 'da' ? 'da-DK' : 'en-GB', { maximumFractionDigits: 0 })
}
