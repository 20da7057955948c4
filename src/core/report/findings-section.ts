import { grounds, type Ground } from '../finding/finding.ts'
import type { LocalText } from '../language/language.ts'
import { endColumn, figureCell, note, paragraph, plainCell, startColumn, textCell } from './cells.ts'
import { printDate } from './print-date.ts'
import { getStageTitle, listReviewedStages, type ReportContext } from './report-context.ts'
import type { Block, Cell, ReportSection } from './report.ts'

const columns = [
  'found',
  'restored',
  'unverified',
  'notRestored',
  'underWay',
  'overdue',
  'putOffLate',
  'informed',
] as const

/** What became of the errors found in a stage at a unit. Counts are of findings; `informed` is of case stages. */
export interface FindingSums extends Readonly<Record<(typeof columns)[number], number>> {
  readonly stage: string
  readonly unit: string
  /** Findings that were approved as not to be made good; they add up to `notRestored`. */
  readonly grounds: Readonly<Record<Ground, number>>
}

export interface FindingsOfRound {
  /** ISO day on which they were counted. */
  readonly asOf: string
  readonly sums: readonly FindingSums[]
  /** Findings whose answers were corrected afterwards, in none of the sums. */
  readonly fallenAway: number
}

const titles: Readonly<Record<(typeof columns)[number], LocalText>> = {
  found: { da: 'Fundet', en: 'Found' },
  restored: { da: 'Genoprettet', en: 'Restored' },
  unverified: { da: 'Ikke kontrolleret', en: 'Not verified' },
  notRestored: { da: 'Ikke rettet op', en: 'Not restored' },
  underWay: { da: 'Mangler', en: 'Outstanding' },
  overdue: { da: 'Over fristen', en: 'Overdue' },
  putOffLate: { da: 'Udskudt eller genåbnet efter fristen', en: 'Put off or reopened after the due day' },
  informed: { da: 'Borger orienteret', en: 'Citizen informed' },
}

const groundTitles: Readonly<Record<Ground, LocalText>> = {
  impossible: { da: 'Kan ikke genoprettes', en: 'Cannot be restored' },
  'too-late': { da: 'For sent at genoprette', en: 'Too late to restore' },
  'citizen-declined': { da: 'Borgeren takkede nej', en: 'The citizen declined' },
  'nothing-to-restore': { da: 'Intet at genoprette', en: 'Nothing to restore' },
}

/** How many of the errors found were made good, by stage and, inside the house, by unit. Nothing tells a case. */
export function writeFindings(
  context: ReportContext,
  findings: FindingsOfRound | undefined,
): ReportSection | null {
  if (findings === undefined) return null
  return {
    key: 'findings',
    title: { da: 'Fejl, der er fundet og genoprettet', en: 'Errors found and restored' },
    // Eight columns of numbers leave the stages no room on an upright page.
    wide: true,
    blocks: findings.sums.length === 0 ? [none] : blocks(context, findings),
    sections: [],
  }
}

/** What became of the errors found in one unit's cases, for the unit itself. */
export function writeUnitFindings(
  context: ReportContext,
  findings: FindingsOfRound | undefined,
  unit: string,
): ReportSection | null {
  if (findings === undefined) return null
  const sums = findings.sums.filter((row) => row.unit === unit)
  const cells = (path: readonly string[], row: Counts): readonly Cell[] =>
    columns.map((column) =>
      figureCell(
        context.figures.count(
          ['findings', 'unit', unit, ...path, column],
          row[column],
          `findings[unit=${unit},${[...path, column].join(',')}]`,
        ),
      ),
    )
  const { asOf } = findings
  return {
    key: 'findings',
    title: { da: 'Fejl, der er fundet og genoprettet', en: 'Errors found and restored' },
    wide: true,
    blocks:
      sums.length === 0
        ? [
            paragraph(
              'Ingen gennemgang i runden har fundet fejl i enhedens sager.',
              'No review of the round found an error in the unit’s cases.',
            ),
          ]
        : [
            {
              kind: 'table',
              caption: {
                da: `${unit}: fundne fejl, sagstrin for sagstrin`,
                en: `${unit}: errors found, stage by stage`,
              },
              columns: headings('Sagstrin', 'Stage'),
              rows: [
                ...listReviewedStages(context).flatMap(({ key }) => {
                  const own = sums.filter(({ stage }) => stage === key)
                  return own.length === 0
                    ? []
                    : [[textCell(getStageTitle(context, key)), ...cells([`stage=${key}`], total(own))]]
                }),
                [textCell({ da: 'I alt', en: 'Total' }), ...cells([], total(sums))],
              ],
              total: true,
            },
            note(
              `Talt op ${printDate(asOf, 'day', 'da')}. Den samme fejl på flere niveauer er talt én gang. Borger orienteret er talt i sager; ikke rettet op er begrundet og godkendt.`,
              `Counted on ${printDate(asOf, 'day', 'en')}. The same error at several levels is counted once. Citizens informed are counted in cases; not restored has an approved reason.`,
            ),
          ],
    sections: [],
  }
}

const none: Block = paragraph(
  'Ingen gennemgang i runden har fundet fejl.',
  'No review of the round found an error.',
)

function blocks(context: ReportContext, { asOf, sums, fallenAway }: FindingsOfRound): readonly Block[] {
  const { audience, figures, withholding } = context
  const byStage = listReviewedStages(context).flatMap(({ key }) => {
    const own = sums.filter(({ stage }) => stage === key)
    return own.length === 0 ? [] : [{ key, title: textCell(getStageTitle(context, key)), sums: total(own) }]
  })
  const all = total(sums)
  // A row goes whole, and with it every total that it could be worked out from.
  const small = (row: Counts) => columns.some((column) => withholding.cases(row[column]))
  const someHidden = small(all) || byStage.some((row) => small(row.sums)) || withholding.cases(fallenAway)
  const cells = (path: readonly string[], row: Counts, hidden: boolean): readonly Cell[] =>
    columns.map((column) =>
      figureCell(figures.count(['findings', ...path, column], row[column], queryOf(path, column), hidden)),
    )
  const figure = (column: (typeof columns)[number]) =>
    figures.count(['findings', 'all', column], all[column], queryOf(['all'], column), someHidden)
  const byUnit = [...new Set(sums.map(({ unit }) => unit))].toSorted((a, b) => a.localeCompare(b, 'da'))
  const fallen = figures.count(['findings', 'fallen-away'], fallenAway, 'findings[fallen-away]', someHidden)
  return [
    someHidden
      ? withoutSums
      : paragraph(
          `Gennemgangene fandt {${figure('found')}} fejl. {${figure('restored')}} er genoprettet og kontrolleret af en anden end den, der gjorde arbejdet. {${figure('notRestored')}} bliver ikke genoprettet; det er begrundet og godkendt af en anden end den, der foreslog det. {${figure('overdue')}} er over fristen. {${figure('putOffLate')}} er udskudt eller genåbnet, efter at fristen var gået.`,
          `The reviews found {${figure('found')}} errors. {${figure('restored')}} are restored and verified by somebody else than who did the work. {${figure('notRestored')}} will not be restored, with a reason approved by somebody else than who proposed it. {${figure('overdue')}} are overdue. {${figure('putOffLate')}} were put off or reopened after their day had passed.`,
        ),
    {
      kind: 'table',
      caption: { da: 'Fundne fejl, sagstrin for sagstrin', en: 'Errors found, stage by stage' },
      columns: headings('Sagstrin', 'Stage'),
      rows: [
        ...byStage.map((row) => [row.title, ...cells(['stage', row.key], row.sums, small(row.sums))]),
        [textCell({ da: 'I alt', en: 'Total' }), ...cells(['all'], all, someHidden)],
      ],
      total: true,
    },
    ...(audience === 'public'
      ? []
      : [
          {
            kind: 'table' as const,
            caption: { da: 'Fundne fejl, enhed for enhed', en: 'Errors found, unit by unit' },
            columns: headings('Enhed', 'Unit'),
            rows: byUnit.map((unit) => [
              plainCell(unit),
              ...cells(['unit', unit], total(sums.filter((row) => row.unit === unit)), false),
            ]),
            total: false,
          },
        ]),
    groundsTable(context, all, someHidden),
    note(
      `Talt op ${printDate(asOf, 'day', 'da')}. Den samme fejl på flere niveauer er talt én gang. Borger orienteret er talt i sager; ikke rettet op er begrundet og godkendt.${someHidden ? '' : ` {${fallen}} fejl faldt bort, fordi svaret bagefter blev rettet, og er ikke med.`}`,
      `Counted on ${printDate(asOf, 'day', 'en')}. The same error at several levels is counted once. Citizens informed are counted in cases; not restored has an approved reason.${someHidden ? '' : ` {${fallen}} errors fell away because the answer was corrected afterwards, and are not counted.`}`,
    ),
    ...(audience === 'public' && someHidden ? [hiddenNote] : []),
  ]
}

/** Where the round's sums are hidden, a sentence of them would be one of gaps. */
const withoutSums: Block = paragraph(
  'En fejl er genoprettet, når en anden end den, der gjorde arbejdet, har kontrolleret det. At den ikke bliver genoprettet, er begrundet og godkendt af en anden end den, der foreslog det.',
  'An error is restored when somebody else than who did the work has verified it. That it will not be restored has a reason approved by somebody else than who proposed it.',
)

const hiddenNote: Block = note(
  'En række er udeladt, når et tal i den er så lille, at det kunne pege på en enkelt sag; så udelades også summerne, som den ellers kunne regnes ud af.',
  'A row is left out when a number in it is so small that it could point to a single case; then the totals go too, which it could be worked out from.',
)

type Counts = Pick<FindingSums, (typeof columns)[number] | 'grounds'>

function total(rows: readonly FindingSums[]): Counts {
  const sum = (value: (row: FindingSums) => number) => rows.reduce((to, row) => to + value(row), 0)
  return {
    found: sum(({ found }) => found),
    restored: sum(({ restored }) => restored),
    unverified: sum(({ unverified }) => unverified),
    notRestored: sum(({ notRestored }) => notRestored),
    underWay: sum(({ underWay }) => underWay),
    overdue: sum(({ overdue }) => overdue),
    putOffLate: sum(({ putOffLate }) => putOffLate),
    informed: sum(({ informed }) => informed),
    grounds: {
      impossible: sum((row) => row.grounds.impossible),
      'too-late': sum((row) => row.grounds['too-late']),
      'citizen-declined': sum((row) => row.grounds['citizen-declined']),
      'nothing-to-restore': sum((row) => row.grounds['nothing-to-restore']),
    },
  }
}

function headings(da: string, en: string) {
  return [startColumn(da, en, 1), ...columns.map((column) => endColumn(titles[column].da, titles[column].en))]
}

function queryOf(path: readonly string[], column: string): string {
  const [kind = 'all', key] = path
  return `findings[${key === undefined ? '' : `${kind}=${key},`}${column}]`
}

/** Why errors are not made good, for the whole round. */
function groundsTable({ figures, withholding }: ReportContext, all: Counts, hidden: boolean): Block {
  const withheld = hidden || grounds.some((ground) => withholding.cases(all.grounds[ground]))
  return {
    kind: 'table',
    caption: { da: 'Hvorfor fejl ikke genoprettes', en: 'Why errors are not restored' },
    columns: [startColumn('Grund', 'Ground', 1), endColumn('Fejl', 'Errors')],
    rows: grounds.map((ground) => [
      textCell(groundTitles[ground]),
      figureCell(
        figures.count(
          ['findings', 'ground', ground],
          all.grounds[ground],
          `findings[ground=${ground}]`,
          withheld,
        ),
      ),
    ]),
    total: false,
  }
}
