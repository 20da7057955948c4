import type { QuestionRow } from '../../../contract/analysis/figures.ts'
import type { Results, ThemeRow } from '../../../contract/analysis/results.ts'
import { results as da } from '../../texts/da/results.ts'
import { results as en } from '../../texts/en/results.ts'
import { useLocal, useTexts } from '../../texts/language.tsx'
import { DataTable, type DataColumn } from '../../ui/DataTable.tsx'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { DotAxis, DotInterval } from '../../ui/DotInterval.tsx'
import { ShareCell } from './ShareCell.tsx'
import { drawnShare } from './share-words.ts'

interface ThemeTablesProps {
  readonly results: Results
  /** Limits the rows to one stage. */
  readonly stage: string | undefined
  readonly stageTitle: (stage: string) => string
}

/** Each theme as stage × whom it concerns × round. */
export function ThemeTables({ results, stage, stageTitle }: ThemeTablesProps) {
  const { themes: texts } = useTexts({ da, en })
  const local = useLocal()
  const questions = new Map(results.questions.map((row) => [row.question, row] as const))
  const columns = useColumns(questions, stageTitle, results.baseline !== null)
  return results.themes.map(({ key, title }) => {
    const rows = results.themeResults.filter(
      (row) => row.theme === key && (stage === undefined || row.stage === stage),
    )
    if (rows.length === 0) return null
    return (
      <Disclosure key={key} summary={texts.summary(local(title), rows.length)}>
        <DataTable
          caption={local(title)}
          captionHidden
          columns={columns}
          rows={rows}
          rowKey={({ question }) => question}
          stacked
        />
      </Disclosure>
    )
  })
}

function useColumns(
  questions: ReadonlyMap<string, QuestionRow>,
  stageTitle: (stage: string) => string,
  compared: boolean,
): readonly DataColumn<ThemeRow>[] {
  const { themes: texts, composites } = useTexts({ da, en })
  const local = useLocal()
  const before: readonly DataColumn<ThemeRow>[] = [
    {
      key: 'baseline',
      title: texts.baseline,
      align: 'end',
      render: ({ baseline }) => baseline && <ShareCell of={baseline} sample={baseline.denominator} />,
    },
  ]
  return [
    {
      key: 'stage',
      title: texts.stage,
      rowHeader: true,
      className: 'wide',
      sortBy: ({ stage }) => stageTitle(stage),
      render: ({ stage, question }) => {
        const asked = questions.get(question)
        return (
          <>
            {stageTitle(stage)}
            {asked && (
              <span className="cell-note">
                {asked.number} {local(asked.text)}
              </span>
            )}
          </>
        )
      },
    },
    {
      key: 'who',
      title: texts.who,
      sortBy: ({ concerns }) => texts[concerns ?? 'case'],
      render: ({ concerns }) => texts[concerns ?? 'case'],
    },
    {
      key: 'plot',
      title: composites.plot,
      heading: <DotAxis />,
      className: 'plot-cell',
      render: ({ now, baseline, question }) => (
        <DotInterval
          now={drawnShare(now, now.denominator)}
          last={lastOf(questions.get(question))}
          baseline={baseline && drawnShare(baseline, baseline.denominator)}
        />
      ),
    },
    ...(compared ? before : []),
    {
      key: 'now',
      title: texts.now,
      align: 'end',
      sortBy: ({ now }) => now.share,
      render: ({ now }) => <ShareCell of={now} sample={now.denominator} />,
    },
  ]
}

function lastOf(row: QuestionRow | undefined) {
  return row?.last ? drawnShare(row.last, row.last.denominator) : null
}
