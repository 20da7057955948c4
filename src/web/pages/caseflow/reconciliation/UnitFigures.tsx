import type { ReadyReconciliation } from '../../../../contract/caseflow/reconciliation.ts'
import { formatInteger } from '../../../format/numbers.ts'
import { reconciliation as da } from '../../../texts/da/reconciliation.ts'
import { reconciliation as en } from '../../../texts/en/reconciliation.ts'
import { useLanguage, useTexts } from '../../../texts/language.tsx'
import { DataTable, type DataColumn } from '../../../ui/DataTable.tsx'
import { ShareCell } from '../../analysis/ShareCell.tsx'

type Row = ReadyReconciliation['units'][number]

export function UnitFigures({ answer: { units, notMatched } }: { answer: ReadyReconciliation }) {
  const texts = useTexts({ da, en })
  const language = useLanguage()
  const titles = texts.unitColumns
  const columns: readonly DataColumn<Row>[] = [
    {
      key: 'unit',
      title: titles.unit,
      rowHeader: true,
      render: ({ unit }) => unit?.name ?? texts.municipality,
    },
    {
      key: 'agreement',
      title: titles.agreement,
      align: 'end',
      render: ({ agreement, cases }) => <ShareCell of={agreement} sample={cases} />,
    },
    {
      key: 'compared',
      title: titles.compared,
      align: 'end',
      render: ({ agreement }) => texts.compared(agreement.numerator, agreement.denominator),
    },
    {
      key: 'cases',
      title: titles.cases,
      align: 'end',
      render: ({ cases }) => formatInteger(cases, language),
    },
    {
      key: 'rest',
      title: titles.rest,
      render: ({ againstRest }) => (againstRest === null ? '–' : texts.againstRest[againstRest.differs]),
    },
  ]
  return (
    <section aria-labelledby="by-unit">
      <h2 id="by-unit">{texts.byUnit}</h2>
      <DataTable
        caption={texts.byUnit}
        captionHidden
        columns={columns}
        rows={units}
        rowKey={({ unit }) => unit?.id ?? ''}
        isTotal={({ unit }) => unit === null}
        stacked
      />
      <p className="soft">{texts.unitsNote}</p>
      <p className="soft">{texts.unmatched(notMatched.none, notMatched.several)}</p>
    </section>
  )
}
