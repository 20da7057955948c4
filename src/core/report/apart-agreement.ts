import { roleName } from '../access/role-names.ts'
import type { AgreementResult } from '../analysis/analysis.ts'
import { endColumn, figureCell, paragraph, startColumn, textCell } from './cells.ts'
import { quoteText } from './figure-text.ts'
import { getStageTitle, type ReportContext } from './report-context.ts'
import type { Block, ReportSection } from './report.ts'

/** Where two of one level filled a form each: how often they agreed before they saw the other's, and who was stricter. */
export function writeApartAgreement(context: ReportContext): readonly ReportSection[] {
  const rows = context.analysis.agreement.filter(
    ({ question, reviewers }) => question === null && reviewers !== null,
  )
  if (rows.length === 0) return []
  const pairs = Map.groupBy(rows, ({ pair, reviewers }) => `${pair[0]} ${reviewers?.join(' ')}`)
  return [
    {
      key: 'levels-apart',
      title: {
        da: 'To på samme niveau, hver for sig',
        en: 'Two at the same level, apart',
      },
      blocks: [
        paragraph(
          'De to har hver udfyldt hele skemaet, før de så hinandens svar. Tabellen viser de svar, hvor begge fandt spørgsmålet relevant. Er de ofte uenige, læser de spørgsmålene forskelligt; niveauets tal er de svar, de blev enige om.',
          'Each of the two filled in the whole form before they saw the other’s answers. The table shows answers where both found the question applicable. If they often differ, they read the questions differently; the level’s figures are the answers that they agreed on.',
        ),
        ...[...pairs.values()].map((ofPair) => pairTable(context, ofPair)),
      ],
      sections: [],
    },
  ]
}

function pairTable(context: ReportContext, rows: readonly AgreementResult[]): Block {
  const [level = 0] = rows[0]?.pair ?? []
  const [first, second] = (rows[0]?.reviewers ?? ['', '']).map(roleName)
  if (first === undefined || second === undefined) throw new Error('a pair has two')
  const stricter = (who: typeof first) => endColumn(`Strengere: ${who.da}`, `Stricter: ${who.en}`)
  return {
    kind: 'table',
    caption: {
      da: `Niveau ${level}: ${first.da} og ${second.da}`,
      en: `Level ${level}: ${first.en} and ${second.en}`,
    },
    columns: [
      startColumn('Sagstrin', 'Stage', 1),
      endColumn('Sager', 'Cases'),
      endColumn('Fælles svar', 'Shared answers'),
      endColumn('Samme svar', 'Same answer'),
      endColumn('Andel', 'Share'),
      endColumn('95 %-interval', '95% interval'),
      stricter(first),
      stricter(second),
    ],
    rows: rows.map((row) => pairRow(context, row)),
    total: false,
  }
}

function pairRow({ figures, ...context }: ReportContext, row: AgreementResult) {
  const [level] = row.pair
  const who = row.reviewers?.join('-') ?? ''
  const query = `agreement[pair=${level}-${level},reviewers=${who},stage=${row.stage ?? '*'},question=*]`
  const path = ['agreement', `${level}-${level}`, quoteText(who), row.stage] as const
  const count = (name: string, value: number) => figureCell(figures.count([...path, name], value, query))
  const share = figures.add([...path, 'share'], {
    value: row.share,
    format: 'percent',
    numerator: row.same,
    denominator: row.n,
    notApplicable: row.notApplicable,
    interval: row.interval,
    sample: row.n,
    query,
  })
  return [
    textCell(
      row.stage === null ? { da: 'Alle', en: 'All' } : getStageTitle({ figures, ...context }, row.stage),
    ),
    count('cases', row.cases),
    count('n', row.n),
    count('same', row.same),
    figureCell(share),
    { kind: 'range', figure: share } as const,
    // The first of the two stands where a pair of levels has its lower level.
    count('first-stricter', row.lowerStricter),
    count('second-stricter', row.higherStricter),
  ]
}
