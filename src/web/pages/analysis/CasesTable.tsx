import type { Results, StageCases } from '../../../contract/analysis/results.ts'
import { formatShortDate } from '../../format/dates.ts'
import { formatInteger } from '../../format/numbers.ts'
import { useCommonTexts } from '../../texts/common.ts'
import { results as da } from '../../texts/da/results.ts'
import { results as en } from '../../texts/en/results.ts'
import { useLanguage, useTexts } from '../../texts/language.tsx'
import { DataTable, type DataColumn } from '../../ui/DataTable.tsx'

interface CasesTableProps {
  readonly results: Pick<Results, 'cases' | 'anchorReviews'>
  /** Limits the rows to one stage. */
  readonly stage: string | undefined
  readonly stageTitle: (stage: string) => string
}

/** How many cases, how long they took, and from when they are. */
export function CasesTable({ results, stage: chosen, stageTitle }: CasesTableProps) {
  const { cases: texts, levelCount } = useTexts({ da, en })
  const { total } = useCommonTexts()
  const language = useLanguage()
  const day = (date: string | null) => (date === null ? null : formatShortDate(date, language))
  const columns: readonly DataColumn<StageCases>[] = [
    {
      key: 'stage',
      title: texts.stage,
      rowHeader: true,
      render: ({ stage }) => (stage === null ? total : stageTitle(stage)),
    },
    {
      key: 'n',
      title: texts.n,
      align: 'end',
      sortBy: ({ n }) => n,
      render: ({ n }) => formatInteger(n, language),
    },
    {
      key: 'days',
      title: texts.meanDays,
      align: 'end',
      sortBy: ({ meanDays }) => meanDays,
      render: ({ meanDays }) => (meanDays === null ? null : formatInteger(meanDays, language)),
    },
    {
      key: 'start',
      title: texts.earliestStart,
      align: 'end',
      sortBy: ({ earliestStart }) => earliestStart,
      render: ({ earliestStart }) => day(earliestStart),
    },
    {
      key: 'end',
      title: texts.latestEnd,
      align: 'end',
      sortBy: ({ latestEnd }) => latestEnd,
      render: ({ latestEnd }) => day(latestEnd),
    },
  ]
  const rows = results.cases.filter(({ stage }) => chosen === undefined || stage === chosen)
  const anchors = results.anchorReviews.map(({ level, reviews }) =>
    levelCount(level, formatInteger(reviews, language)),
  )
  return (
    <>
      <DataTable
        caption={texts.caption}
        captionHidden
        columns={columns}
        rows={rows}
        rowKey={({ stage }) => stage ?? ''}
        isTotal={({ stage }) => stage === null}
        stacked
      />
      {anchors.length > 0 && <p className="reading-width">{texts.anchors(anchors.join(', '))}</p>}
    </>
  )
}
