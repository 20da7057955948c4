import type { exportComparison as exportRoute, ReadyComparison } from '../../contract/analysis/comparison.ts'
import type { Immutable, RouteInput } from '../../contract/frame/route.ts'
import { compositeDifferenceWords, differenceWords } from '../../core/analysis/comparison-words.ts'
import type { Language } from '../../core/language/language.ts'
import type { DataCell } from '../../core/tabular/csv-text.ts'
import type { Context } from '../frame/context.ts'
import { done, refused, type Result } from '../frame/result.ts'
import type { ReportPress } from '../report/report-press.ts'
import type { Calculator } from './calculator.ts'
import { readComparison } from './read-comparison.ts'

type Ready = Immutable<ReadyComparison>
type Row = Ready['questions'][number] | Ready['composites'][number]

const all = { da: 'Alle krav, gennemsnit over sager', en: 'All requirements, mean over cases' } as const
const side = { da: 'kommune', en: 'municipality' } as const

/** A comparison as a list: what the page shows, every number as a number. */
export async function exportComparison(
  context: Context,
  calculator: Calculator,
  press: ReportPress,
  { format, lang, ...wanted }: RouteInput<typeof exportRoute>['query'],
): Promise<Result<{ readonly name: string; readonly bytes: Uint8Array }>> {
  const read = await readComparison(context, calculator, wanted)
  if (!read.ok) return read
  const { answer } = read.value
  if (answer.state !== 'ready') return refused('not-found')
  const titleOf = (key: string | null) =>
    answer.stages.find((stage) => stage.key === key)?.title[lang] ?? (lang === 'da' ? 'Alle' : 'All')
  const names = [nameOf(answer.a, lang), nameOf(answer.b, lang)]
  const bytes = await press.layOutList({
    title: `A ${names[0]} · B ${names[1]}`,
    columns: headings(lang).map((title) => ({ title })),
    rows: [
      ...answer.composites.map((row) => [
        titleOf(row.stage),
        '',
        all[lang],
        ...figures(row, lang, compositeDifferenceWords),
      ]),
      ...answer.questions.map((row) => [
        titleOf(row.stage),
        row.number,
        row.text[lang],
        ...figures(row, lang, differenceWords),
      ]),
    ],
    format,
    createdAt: context.now,
  })
  if (bytes === 'too-busy') return { ...refused('too-busy'), retryAfterSeconds: 10 }
  const name = lang === 'da' ? 'sammenligning' : 'comparison'
  return done({
    name: `${name}-${answer.a.round.key}-${answer.b.round.key}-${context.today}.${format}`,
    bytes,
  })
}

function nameOf({ round, level, unit }: Ready['a'], language: Language): string {
  return [round.title[language], level.title[language], unit?.name ?? side[language]].join(', ')
}

function headings(language: Language): readonly string[] {
  const ofSide = (name: string) =>
    language === 'da'
      ? [`${name}: i orden`, `${name}: relevante`, `${name}: andel`, `${name}: fra`, `${name}: til`]
      : [`${name}: met`, `${name}: applicable`, `${name}: share`, `${name}: from`, `${name}: to`]
  return language === 'da'
    ? [
        'Sagstrin',
        'Nummer',
        'Spørgsmål',
        ...ofSide('A'),
        ...ofSide('B'),
        'A minus B',
        'fra',
        'til',
        'p',
        'q',
        'Forskel',
      ]
    : [
        'Stage',
        'Number',
        'Question',
        ...ofSide('A'),
        ...ofSide('B'),
        'A minus B',
        'from',
        'to',
        'p',
        'q',
        'Difference',
      ]
}

function figures(
  { a, b, change }: Row,
  language: Language,
  words: typeof differenceWords,
): readonly DataCell[] {
  const ofSide = (one: Row['b']): readonly DataCell[] =>
    one === null
      ? [null, null, null, null, null]
      : [
          one.numerator,
          one.denominator,
          rounded(one.share),
          rounded(one.interval?.[0]),
          rounded(one.interval?.[1]),
        ]
  return [
    ...ofSide(a),
    ...ofSide(b),
    rounded(change?.difference),
    rounded(change?.interval?.[0]),
    rounded(change?.interval?.[1]),
    rounded(change?.p),
    rounded(change?.q),
    change === null ? null : words[change.class][language],
  ]
}

/** Six decimals are more than anybody reads, and no last bit that differs between machines. */
function rounded(value: number | null | undefined): number | null {
  return value === null || value === undefined ? null : Number(value.toFixed(6))
}
