import type { AgreementResult, LevelComparison } from '../analysis/analysis.ts'
import type { Stage } from '../programme/programme.ts'
import { endColumn, figureCell, paragraph, plainCell, startColumn, textCell } from './cells.ts'
import { writeApartAgreement } from './apart-agreement.ts'
import { writeExpertEstimate } from './expert-estimate.ts'
import { findQuestion, getStageTitle, listReviewedStages, type ReportContext } from './report-context.ts'
import type { Block, ReportSection } from './report.ts'

/** Where the levels saw the same cases: how often they agreed, who was stricter, and on which questions they parted. */
export function writeLevels(context: ReportContext): ReportSection {
  const { agreement } = context.analysis
  const pairs = agreement.filter(({ question, reviewers }) => question === null && reviewers === null)
  return {
    key: 'levels',
    title: { da: 'Niveauernes vurderinger', en: 'The levels’ assessments' },
    blocks:
      pairs.length === 0
        ? [
            paragraph(
              'Ingen sager er gennemgået af mere end ét niveau, så niveauerne kan ikke sammenlignes.',
              'No cases were reviewed by more than one level, so the levels cannot be compared.',
            ),
          ]
        : [intro, agreementTable(context, pairs)],
    sections: [
      ...writeExpertEstimate(context),
      ...(context.audience === 'public' ? [] : [...writeApartAgreement(context), ...differing(context)]),
    ],
  }
}

const intro = paragraph(
  'Tabellen viser svar på de samme spørgsmål i de samme sager, hvor begge niveauer fandt spørgsmålet relevant. »Højere niveau strengere« er svar, hvor det lavere niveau fandt kravet i orden og det højere ikke.',
  'The table shows answers to the same questions about the same cases, where both levels found the question applicable. ‘Higher level stricter’ counts answers where the lower level found the requirement compliant and the higher one did not.',
)

function agreementTable(context: ReportContext, pairs: readonly AgreementResult[]): Block {
  const shown = pairs.filter(({ stage }) => stage === null || context.audience === 'internal')
  return {
    kind: 'table',
    caption: { da: 'Enighed mellem niveauerne', en: 'Agreement between the levels' },
    columns: [
      startColumn('Niveauer', 'Levels'),
      startColumn('Sagstrin', 'Stage', 1),
      endColumn('Fælles svar', 'Shared answers'),
      endColumn('Samme svar', 'Same answer'),
      endColumn('Andel', 'Share'),
      endColumn('95 %-interval', '95% interval'),
      endColumn('Højere niveau strengere', 'Higher level stricter'),
      endColumn('Lavere niveau strengere', 'Lower level stricter'),
    ],
    rows: shown.map((result) => agreementRow(context, result)),
    total: false,
  }
}

function agreementRow(context: ReportContext, result: AgreementResult) {
  const { figures, withholding } = context
  const [lower, higher] = result.pair
  const query = `agreement[pair=${lower}-${higher},stage=${result.stage ?? '*'},question=*]`
  const path = ['agreement', `${lower}-${higher}`, result.stage] as const
  const withheld = withholding.agreement(result)
  const count = (name: string, value: number) => figures.count([...path, name], value, query, withheld)
  const share = figures.add([...path, 'share'], {
    value: result.share,
    format: 'percent',
    numerator: result.same,
    denominator: result.n,
    notApplicable: result.notApplicable,
    interval: result.interval,
    sample: result.n,
    query,
    withheld,
  })
  return [
    textCell({ da: `${lower} og ${higher}`, en: `${lower} and ${higher}` }),
    textCell(result.stage === null ? { da: 'Alle', en: 'All' } : getStageTitle(context, result.stage)),
    figureCell(count('n', result.n)),
    figureCell(count('same', result.same)),
    figureCell(share),
    { kind: 'range', figure: share } as const,
    figureCell(count('higher-stricter', result.higherStricter)),
    figureCell(count('lower-stricter', result.lowerStricter)),
  ]
}

function differing(context: ReportContext): readonly ReportSection[] {
  const all = context.analysis.levelComparisons.filter(({ unit, n }) => unit === null && n > 0)
  if (all.length === 0) return []
  const parted = all.filter(({ compliant }) => new Set(compliant.map(({ count }) => count)).size > 1)
  const { figures } = context
  const total = figures.count(['levels', 'compared'], all.length, 'levelComparisons[unit=*]')
  const same = figures.count(['levels', 'same'], all.length - parted.length, 'levelComparisons[unit=*]')
  const tables = listReviewedStages(context).flatMap((stage) => {
    const rows = parted.filter((row) => row.stage === stage.key)
    return rows.length === 0 ? [] : [partedTable(context, stage, rows)]
  })
  return [
    {
      key: 'levels-parted',
      title: { da: 'Spørgsmål, hvor niveauerne så forskelligt', en: 'Questions on which the levels parted' },
      blocks: [
        paragraph(
          `På de sager, som alle niveauer har set, fandt niveauerne det samme antal i orden i {${same}} af {${total}} spørgsmål. De øvrige står her.`,
          `On the cases that every level saw, the levels found the same number compliant in {${same}} of {${total}} questions. The others are listed here.`,
        ),
        ...tables,
      ],
      sections: [],
    },
  ]
}

function partedTable(context: ReportContext, stage: Stage, rows: readonly LevelComparison[]): Block {
  const levels = [...new Set(rows.flatMap(({ compliant }) => compliant.map(({ level }) => level)))].toSorted(
    (left, right) => left - right,
  )
  const { figures } = context
  return {
    kind: 'table',
    caption: {
      da: `${stage.title.da}: sager fundet i orden`,
      en: `${stage.title.en}: cases found compliant`,
    },
    columns: [
      startColumn('Nr.', 'No.'),
      startColumn('Spørgsmål', 'Question', 1),
      endColumn('Fælles sager', 'Shared cases'),
      ...levels.map((level) => endColumn(`Niveau ${level}`, `Level ${level}`)),
    ],
    rows: rows.map((row) => {
      const question = findQuestion(context, row.stage, row.question)
      const query = `levelComparisons[stage=${row.stage},question=${row.question},unit=*]`
      const path = ['levels', row.stage, row.question] as const
      return [
        plainCell(question?.number ?? row.question),
        textCell(question?.text ?? { da: row.question, en: row.question }),
        figureCell(figures.count([...path, 'n'], row.n, query)),
        ...levels.map((level) => {
          const count = row.compliant.find((entry) => entry.level === level)?.count ?? null
          return figureCell(
            figures.count([...path, `level-${level}`], count, `${query}.compliant[level=${level}]`),
          )
        }),
      ]
    }),
    total: false,
  }
}
