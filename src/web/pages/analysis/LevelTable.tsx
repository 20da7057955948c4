import { useState } from 'react'
import type { LevelComparisonRow } from '../../../contract/analysis/evidence.ts'
import type { Results } from '../../../contract/analysis/results.ts'
import { formatInteger } from '../../format/numbers.ts'
import { results as da } from '../../texts/da/results.ts'
import { results as en } from '../../texts/en/results.ts'
import { useLanguage, useLocal, useTexts } from '../../texts/language.tsx'
import { Button } from '../../ui/Button.tsx'
import { DataTable, type DataColumn } from '../../ui/DataTable.tsx'

interface LevelTableProps {
  readonly results: Results
  readonly stage: string | undefined
  readonly stageTitle: (stage: string) => string
}

const shownAtFirst = 10

/** Question by question on the cases that every level saw, those first where the levels differ most. */
export function LevelTable({ results, stage, stageTitle }: LevelTableProps) {
  const { levels: texts, questions: questionTexts } = useTexts({ da, en })
  const language = useLanguage()
  const local = useLocal()
  const [all, setAll] = useState(false)
  const common = results.levelComparisons.filter(
    (row) => row.n > 0 && (stage === undefined || row.stage === stage),
  )
  if (common.length === 0) return <p>{texts.none}</p>
  const parted = common.filter((row) => spread(row) > 0).toSorted((a, b) => spread(b) - spread(a))
  if (parted.length === 0) return <p>{texts.alike(common.length)}</p>
  const questions = new Map(results.questions.map((row) => [row.question, row] as const))
  const shown = all ? parted : parted.slice(0, shownAtFirst)
  const levels = shown[0]?.compliant.map(({ level }) => level) ?? []
  const columns: readonly DataColumn<LevelComparisonRow>[] = [
    {
      key: 'question',
      title: questionTexts.question,
      rowHeader: true,
      className: 'wide',
      render: (row) => {
        const asked = questions.get(row.question)
        return (
          <>
            <span className="cell-note">
              {questionTexts.place(stageTitle(row.stage), asked?.number ?? row.question)}
            </span>
            {asked && local(asked.text)}
          </>
        )
      },
    },
    ...levels.map((level): DataColumn<LevelComparisonRow> => ({
      key: String(level),
      title: texts.level(level),
      align: 'end',
      render: ({ n, compliant }) => {
        const count = compliant.find((row) => row.level === level)?.count ?? 0
        return questionTexts.ofAll(formatInteger(count, language), formatInteger(n, language))
      },
    })),
  ]
  return (
    <>
      <p className="reading-width">{texts.sideIntro}</p>
      <DataTable
        caption={texts.sideCaption(parted.length, common.length)}
        columns={columns}
        rows={shown}
        rowKey={({ question }) => question}
        stacked
      />
      {shown.length < parted.length && (
        <Button onClick={() => setAll(true)}>{questionTexts.showAll(parted.length)}</Button>
      )}
    </>
  )
}

/** In cases, between the level that found most compliant and the one that found fewest: shares of so few cases mislead. */
function spread({ compliant }: LevelComparisonRow): number {
  const counts = compliant.map(({ count }) => count)
  return Math.max(...counts) - Math.min(...counts)
}
