import { emptyCell, endColumn, figureCell, note, paragraph, startColumn, textCell } from './cells.ts'
import { getStageTitle, type ReportContext } from './report-context.ts'
import type { Block, Cell, ReportSection } from './report.ts'

/** The table of cases: number, mean days, earliest start and latest end per stage. */
export function writeCases(context: ReportContext): ReportSection {
  const { analysis, audience } = context
  const rows = analysis.stages.filter(
    ({ unit, level }) => unit === null && level === analysis.comparisonLevel,
  )
  const order = new Map(context.programme.stages.map(({ key }, index) => [key, index]))
  const sorted = rows.toSorted(
    (left, right) => (order.get(left.stage ?? '') ?? Infinity) - (order.get(right.stage ?? '') ?? Infinity),
  )
  return {
    key: 'cases',
    title: { da: 'Sagernes alder og fordeling', en: 'The cases: age and distribution' },
    blocks: [
      paragraph(
        `Tabellen viser de sagstrin, som niveau ${analysis.comparisonLevel} har gennemgået. Dage er det gennemsnitlige antal kalenderdage fra sagstrinnets start til dets afslutning.`,
        `The table shows the case stages that level ${analysis.comparisonLevel} reviewed. Days are the mean number of calendar days from the stage’s start to its end.`,
      ),
      {
        kind: 'table',
        caption: { da: 'Gennemgåede sager på hvert sagstrin', en: 'Cases reviewed at each stage' },
        columns: [
          startColumn('Sagstrin', 'Stage', 1),
          endColumn('Sager', 'Cases'),
          endColumn('Dage i gennemsnit', 'Mean days'),
          startColumn('Tidligste start', 'Earliest start'),
          startColumn('Seneste afslutning', 'Latest end'),
        ],
        rows: sorted.map((row) => caseRow(context, row)),
        total: sorted.some(({ stage }) => stage === null),
      },
      ...(audience === 'public' ? [monthNote] : []),
    ],
    sections: [],
  }
}

const monthNote: Block = note(
  'Datoerne er gengivet som måneder, fordi en tidligste og en seneste dato hver hører til en enkelt sag.',
  'Dates are given as months, because an earliest and a latest date each belong to a single case.',
)

function caseRow(context: ReportContext, row: ReportContext['analysis']['stages'][number]): readonly Cell[] {
  const { figures, withholding, audience } = context
  const query = `stages[stage=${row.stage ?? '*'},level=${row.level},unit=*]`
  const withheld = row.stage === null ? withholding.totalCases : withholding.cases(row.n)
  const path = ['stage', row.stage, `level-${row.level}`] as const
  const date = (value: string | null): Cell =>
    withheld ? emptyCell : { kind: 'date', date: value, precision: audience === 'public' ? 'month' : 'day' }
  return [
    row.stage === null ? textCell({ da: 'I alt', en: 'Total' }) : textCell(getStageTitle(context, row.stage)),
    figureCell(figures.count([...path, 'cases'], row.n, query, withheld)),
    figureCell(
      figures.add([...path, 'mean-days'], {
        value: row.meanDays,
        format: 'days',
        query,
        sample: row.n,
        withheld,
      }),
    ),
    date(row.earliestStart),
    date(row.latestEnd),
  ]
}
