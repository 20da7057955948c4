import type { ReadyReconciliation } from '../../../../contract/caseflow/reconciliation.ts'
import { reconciliation as da } from '../../../texts/da/reconciliation.ts'
import { reconciliation as en } from '../../../texts/en/reconciliation.ts'
import { useLocal, useTexts } from '../../../texts/language.tsx'
import { DataTable, type DataColumn } from '../../../ui/DataTable.tsx'
import { KeyValues } from '../../../ui/KeyValues.tsx'
import { ShareCell } from '../../analysis/ShareCell.tsx'

type Row = ReadyReconciliation['questions'][number]

/** How often the two sides say the same, each foretold by the other, and what it means for all cases. */
export function QuestionFigures({ answer: { questions, stages } }: { answer: ReadyReconciliation }) {
  const texts = useTexts({ da, en })
  const local = useLocal()
  const titles = texts.questionColumns
  const stageOf = (key: string) => stages.find((stage) => stage.key === key)?.title ?? { da: key, en: key }
  // Nothing to compare is no "not applicable": it is shown as a dash.
  const share = (of: Row['agreement']) => (
    <ShareCell of={{ ...of, notApplicable: 0 }} sample={of.denominator} />
  )
  const columns: readonly DataColumn<Row>[] = [
    {
      key: 'question',
      title: titles.question,
      rowHeader: true,
      className: 'wide',
      render: ({ number, text, stage, rules }) => (
        <>
          {texts.asks(number, local(text))}
          <span className="cell-note">{local(stageOf(stage))}</span>
          <span className="cell-note">
            {rules.map(({ key, title }) => `${key} ${local(title)}`).join(', ')}
          </span>
        </>
      ),
    },
    { key: 'agreement', title: titles.agreement, align: 'end', render: ({ agreement }) => share(agreement) },
    {
      key: 'lateOfNo',
      title: titles.lateOfNo,
      align: 'end',
      render: ({ sensitivity }) => share(sensitivity.lateOfNo),
    },
    {
      key: 'noOfLate',
      title: titles.noOfLate,
      align: 'end',
      render: ({ sensitivity }) => share(sensitivity.noOfLate),
    },
    {
      key: 'differ',
      title: titles.differ,
      render: ({ counts }) => (
        <>
          {texts.differ(counts['registry-only'], counts['reviewer-only'])}
          <span className="cell-note">
            {texts.rest(counts['not-applicable'], counts['cannot-tell'], counts['not-matched'])}
          </span>
        </>
      ),
    },
  ]
  return (
    <section aria-labelledby="by-question">
      <h2 id="by-question">{texts.byQuestion}</h2>
      <DataTable
        caption={texts.byQuestion}
        captionHidden
        columns={columns}
        rows={questions}
        rowKey={({ question }) => question}
        stacked
      />
      <h3>{texts.meaning}</h3>
      <KeyValues
        items={questions.map(({ question, number, stage, corrected }) => ({
          key: question,
          name: `${local(stageOf(stage))} ${number}`,
          value: local(corrected.sentence),
        }))}
      />
    </section>
  )
}
