import type { AgreementRow } from '../../../contract/analysis/evidence.ts'
import { formatDecimal, formatInteger } from '../../format/numbers.ts'
import { resultsEvidence as daEvidence } from '../../texts/da/results-evidence.ts'
import { results as da } from '../../texts/da/results.ts'
import { resultsEvidence as enEvidence } from '../../texts/en/results-evidence.ts'
import { results as en } from '../../texts/en/results.ts'
import { useLanguage, useTexts } from '../../texts/language.tsx'
import { DataTable, type DataColumn } from '../../ui/DataTable.tsx'
import { Disclosure } from '../../ui/Disclosure.tsx'

/** What corrects the agreement for chance: AC1 on a click, the well-known but unsteady coefficients one click further. */
export function AgreementTable({ rows }: { rows: readonly AgreementRow[] }) {
  const { levels: texts } = useTexts({ da, en })
  const { matrix, ofAll } = useTexts({ da: daEvidence, en: enEvidence })
  const language = useLanguage()
  const number = (value: number) => formatInteger(value, language)
  const decimal = (value: number) => formatDecimal(value, language, 2)
  const coefficient = (value: number | null) => (value === null ? '–' : decimal(value))
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
  const table = (caption: string, columns: readonly DataColumn<AgreementRow>[]) => (
    <DataTable
      caption={caption}
      captionHidden
      columns={[pair, ...columns]}
      rows={rows}
      rowKey={(row) => row.pair.join('-')}
      stacked
    />
  )
  return (
    <Disclosure summary={matrix.ac1Summary}>
      <p className="reading-width">{matrix.ac1Body}</p>
      {table(matrix.ac1Summary, [
        column('cases', texts.cases, ({ cases }) => number(cases)),
        column('applicability', texts.applicability, ({ applicability: { same, n } }) =>
          ofAll(number(same), number(n)),
        ),
        column('same', texts.same, ({ same, n }) => ofAll(number(same), number(n))),
        column('ac1', 'AC1', ({ ac1, ac1Interval }) =>
          ac1Interval === null
            ? coefficient(ac1)
            : `${coefficient(ac1)} (${ac1Interval.map(decimal).join('–')})`,
        ),
      ])}
      <Disclosure summary={matrix.annex}>
        <p className="reading-width">{matrix.annexBody}</p>
        {table(matrix.annex, [
          column('kappa', 'Kappa', ({ kappa }) => coefficient(kappa)),
          column('alpha', 'Alfa', ({ alpha }) => coefficient(alpha)),
        ])}
      </Disclosure>
    </Disclosure>
  )
}
