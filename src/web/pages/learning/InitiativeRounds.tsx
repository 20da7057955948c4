import type { AimRound, AimView } from '../../../contract/learning/initiative.ts'
import { formatInteger } from '../../format/numbers.ts'
import { actionPlan as da } from '../../texts/da/action-plan.ts'
import { actionPlan as en } from '../../texts/en/action-plan.ts'
import { useLanguage, useLocal, useTexts } from '../../texts/language.tsx'
import { DataTable, type DataColumn } from '../../ui/DataTable.tsx'
import { ShareCell } from '../analysis/ShareCell.tsx'

/** The table behind the picture. */
export function InitiativeRounds({ aim: { aim, rounds, outcome }, name }: { aim: AimView; name: string }) {
  const texts = useTexts({ da, en })
  const language = useLanguage()
  const local = useLocal()
  const compared =
    outcome.state === 'compared' ? [outcome.compared.before.round, outcome.compared.after.round] : []
  const begins = new Set(
    rounds.filter(({ series }, at) => at > 0 && series !== rounds[at - 1]?.series).map(({ key }) => key),
  )
  const columns: readonly DataColumn<AimRound>[] = [
    {
      key: 'round',
      title: texts.round,
      rowHeader: true,
      render: ({ key, title }) => (
        <>
          {local(title)}
          {begins.has(key) && <span className="cell-note">{texts.newSeries}</span>}
        </>
      ),
    },
    {
      key: 'sample',
      title: aim.question === null ? texts.cases : texts.answers,
      align: 'end',
      render: ({ figure }) => formatInteger(figure?.sample ?? 0, language),
    },
    {
      key: 'share',
      title: texts.share,
      align: 'end',
      render: ({ figure }) => (figure === null ? '–' : <ShareCell of={figure} sample={figure.sample} />),
    },
    {
      key: 'side',
      title: texts.side,
      render: ({ key, side }) =>
        compared.includes(key) ? `${texts.sides[side]}, ${texts.compared}` : texts.sides[side],
    },
  ]
  return (
    <DataTable
      caption={texts.tableCaption(name)}
      captionHidden
      stacked
      columns={columns}
      rows={rounds}
      rowKey={({ key }) => key}
    />
  )
}
