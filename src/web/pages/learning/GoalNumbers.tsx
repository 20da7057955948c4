import type { AimedFigureAnswer, GoalView } from '../../../contract/learning/goal.ts'
import { formatInteger, formatPercent } from '../../format/numbers.ts'
import { goal as da } from '../../texts/da/goal.ts'
import { goal as en } from '../../texts/en/goal.ts'
import { useLanguage, useLocal, useTexts } from '../../texts/language.tsx'
import { DataTable, type DataColumn } from '../../ui/DataTable.tsx'
import { DotAxis, DotInterval } from '../../ui/DotInterval.tsx'
import { drawnShare, printShare, printShareInterval } from '../analysis/share-words.ts'

interface Row {
  readonly key: string
  readonly name: string
  readonly figure: AimedFigureAnswer | null
}

/** Where the unit stood, where it wants to be, where it came to. */
export function GoalNumbers({ view }: { view: GoalView }) {
  const texts = useTexts({ da, en })
  const language = useLanguage()
  const local = useLocal()
  const judged = view.standing.state === 'judged' ? view.standing.judgement : null
  const rows: readonly Row[] = [
    { key: 'base', name: texts.basis(local(view.base.round.title)), figure: view.base.figure },
    { key: 'target', name: texts.aimRow, figure: null },
    ...(judged?.figure
      ? [{ key: 'result', name: texts.result(local(judged.round.title)), figure: judged.figure }]
      : []),
  ]
  const columns: readonly DataColumn<Row>[] = [
    { key: 'name', title: texts.when, rowHeader: true, render: ({ name }) => name },
    {
      key: 'share',
      title: texts.share,
      align: 'end',
      render: ({ figure }) =>
        figure === null
          ? formatPercent(view.target / 100, language)
          : printShare(figure, figure.sample, language),
    },
    {
      key: 'interval',
      title: texts.interval,
      align: 'end',
      render: ({ figure }) =>
        figure === null ? '–' : (printShareInterval(figure, figure.sample, language) ?? '–'),
    },
    {
      key: 'sample',
      title: view.aim.question === null ? texts.casesBehind : texts.answersBehind,
      align: 'end',
      render: ({ figure }) => (figure === null ? '–' : formatInteger(figure.sample, language)),
    },
    {
      key: 'plot',
      title: texts.share,
      heading: <DotAxis />,
      className: 'plot-cell',
      render: ({ figure }) => (
        <DotInterval
          now={
            figure === null ? { share: view.target / 100, interval: null } : drawnShare(figure, figure.sample)
          }
        />
      ),
    },
  ]
  return (
    <section aria-labelledby="goal-numbers">
      <h2 id="goal-numbers">{texts.numbers}</h2>
      <DataTable
        caption={texts.numbersCaption}
        captionHidden
        stacked
        columns={columns}
        rows={rows}
        rowKey={({ key }) => key}
      />
    </section>
  )
}
