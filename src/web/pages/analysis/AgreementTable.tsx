import type { AgreementRow } from '../../../contract/analysis/evidence.ts'
import { formatDecimal, formatInteger } from '../../format/numbers.ts'
import { results as da } from '../../texts/da/results.ts'
import { results as en } from '../../texts/en/results.ts'
import { useLanguage, useTexts } from '../../texts/language.tsx'
import { DataTable, type DataColumn } from '../../ui/DataTable.tsx'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { printShare, printShareInterval } from './share-words.ts'

/** Each pair of levels on the cases both saw: same answer, and which of them was stricter. */
export function AgreementTable({ rows }: { rows: readonly AgreementRow[] }) {
  const { levels: texts, questions } = useTexts({ da, en })
  const language = useLanguage()
  const number = (value: number) => formatInteger(value, language)
  const pair: DataColumn<AgreementRow> = {
    key: 'pair',
    title: texts.pair,
    rowHeader: true,
    render: (row) => texts.pairText(row.pair[0], row.pair[1]),
  }
  const column = (
    key: string,
    title: string,
    render: (row: AgreementRow) => string | null,
  ): DataColumn<AgreementRow> => ({ key, title, align: 'end', render })
  const share = (row: AgreementRow) => ({ ...row, numerator: row.same, denominator: row.n })
  const coefficient = (value: number | null) => (value === null ? '–' : formatDecimal(value, language, 2))
  const rowKey = (row: AgreementRow) => row.pair.join('-')
  return (
    <>
      <DataTable
        caption={texts.agreementCaption}
        columns={[
          pair,
          column('cases', texts.cases, ({ cases }) => number(cases)),
          column('same', texts.same, ({ same, n }) => questions.ofAll(number(same), number(n))),
          column('share', texts.share, (row) => {
            const interval = printShareInterval(share(row), row.n, language)
            return interval === null ? null : `${printShare(share(row), row.n, language)} (${interval})`
          }),
          column('higher', texts.higherStricter, ({ higherStricter }) => number(higherStricter)),
          column('lower', texts.lowerStricter, ({ lowerStricter }) => number(lowerStricter)),
        ]}
        rows={rows}
        rowKey={rowKey}
        stacked
      />
      <Disclosure summary={texts.methodSummary}>
        <p className="reading-width">{texts.methodBody}</p>
        <DataTable
          caption={texts.methodSummary}
          captionHidden
          columns={[
            pair,
            column('applicability', texts.applicability, ({ applicability: { same, n } }) =>
              questions.ofAll(number(same), number(n)),
            ),
            column('ac1', 'AC1', ({ ac1 }) => coefficient(ac1)),
            column('kappa', 'Kappa', ({ kappa }) => coefficient(kappa)),
            column('alpha', 'Alfa', ({ alpha }) => coefficient(alpha)),
          ]}
          rows={rows}
          rowKey={rowKey}
          stacked
        />
      </Disclosure>
    </>
  )
}
