import type { ThemeResult } from '../analysis/analysis.ts'
import type { LocalText } from '../language/language.ts'
import type { Theme } from '../programme/programme.ts'
import { emptyCell, endColumn, figureCell, paragraph, plainCell, startColumn, textCell } from './cells.ts'
import { addQuestionFigures } from './question-figures.ts'
import {
  findQuestion,
  findQuestionResult,
  getStageTitle,
  listReviewedLevels,
  listReviewedStages,
  type ReportContext,
} from './report-context.ts'
import type { Block, Cell, ReportSection } from './report.ts'

const concerned: Readonly<Record<'child' | 'parents', LocalText>> = {
  child: { da: 'barnet', en: 'the child' },
  parents: { da: 'forældrene', en: 'the parents' },
}

/** The same subject across the stages: stage by whom it concerns by round. */
export function writeThemes(context: ReportContext): ReportSection {
  const themes = context.programme.themes.filter(({ key }) => listThemeResults(context, key).length > 0)
  return {
    key: 'themes',
    title: { da: 'Temaer', en: 'Themes' },
    wide: true,
    blocks: [
      paragraph(
        'Et tema samler spørgsmål, der går igen på flere sagstrin, så det kan ses, hvor i et forløb det lykkes, og hvor det glipper.',
        'A theme gathers questions that recur at several stages, so that it can be seen where in a case it succeeds and where it slips.',
      ),
    ],
    sections: themes.map((theme) => ({
      key: `theme-${theme.key}`,
      title: theme.title,
      blocks: [themeTable(context, theme)],
      sections: [],
    })),
  }
}

function listThemeResults(context: ReportContext, theme: string): readonly ThemeResult[] {
  const order = new Map(listReviewedStages(context).map(({ key }, index) => [key, index]))
  return context.analysis.themes
    .filter(
      (result) =>
        result.theme === theme && result.unit === null && result.level === context.analysis.comparisonLevel,
    )
    .toSorted((left, right) => (order.get(left.stage) ?? 0) - (order.get(right.stage) ?? 0))
}

function themeTable(context: ReportContext, theme: Theme): Block {
  const { analysis, audience } = context
  const levels =
    audience === 'public'
      ? []
      : listReviewedLevels(context).filter(({ level }) => level !== analysis.comparisonLevel)
  const compared = analysis.baselineRound !== null
  return {
    kind: 'table',
    caption: {
      da: `${theme.title.da}: andel, hvor kravet er i orden`,
      en: `${theme.title.en}: share where the requirement is compliant`,
    },
    columns: [
      startColumn('Sagstrin', 'Stage', 0.7),
      startColumn('Nr.', 'No.'),
      startColumn('Spørgsmål', 'Question', 1.4),
      startColumn('Handler om', 'Concerns'),
      ...(compared ? [endColumn('Baseline', 'Baseline')] : []),
      endColumn('Nu', 'Now'),
      startColumn('0–100 %', '0–100%'),
      endColumn('95 %-interval', '95% interval'),
      ...levels.map(({ level }) => endColumn(`Niveau ${level}`, `Level ${level}`)),
    ],
    rows: listThemeResults(context, theme.key).flatMap((row) => {
      const result = findQuestionResult(context, row.stage, row.question)
      if (result === undefined) return []
      const question = findQuestion(context, row.stage, row.question)
      const ids = addQuestionFigures(context, result)
      const others = levels.map(({ level }): Cell => {
        const other = findQuestionResult(context, row.stage, row.question, level)
        return other === undefined
          ? emptyCell
          : { kind: 'share-of', figure: addQuestionFigures(context, other).share }
      })
      return [
        [
          textCell(getStageTitle(context, row.stage)),
          plainCell(question?.number ?? row.question),
          textCell(question?.text ?? { da: row.question, en: row.question }),
          row.concerns === null
            ? textCell({ da: 'sagen', en: 'the case' })
            : textCell(concerned[row.concerns]),
          ...(compared ? [figureCell(ids.baseline)] : []),
          figureCell(ids.share),
          {
            kind: 'interval',
            figure: ids.share,
            baseline: result.baseline === null ? null : ids.baseline,
          } as const,
          { kind: 'range', figure: ids.share } as const,
          ...others,
        ],
      ]
    }),
    total: false,
  }
}
