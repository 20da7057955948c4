import type { AgreementRow } from '../../../contract/analysis/evidence.ts'
import type { Results } from '../../../contract/analysis/results.ts'
import { roleName } from '../../../core/access/role-names.ts'
import { formatInteger } from '../../format/numbers.ts'
import { resultsEvidence as daEvidence } from '../../texts/da/results-evidence.ts'
import { resultsSections as da } from '../../texts/da/results-sections.ts'
import { resultsEvidence as enEvidence } from '../../texts/en/results-evidence.ts'
import { resultsSections as en } from '../../texts/en/results-sections.ts'
import { useLanguage, useLocal, useTexts } from '../../texts/language.tsx'
import { DataTable, type DataColumn } from '../../ui/DataTable.tsx'
import { printShare, printShareInterval } from './share-words.ts'

interface ApartAgreementProps {
  readonly results: Results
  readonly stage: string | undefined
  readonly stageTitle: (stage: string) => string
}

/** Where two of one level filled a form each: how they answered before they saw the other's, by role. */
export function ApartAgreement({ results, stage, stageTitle }: ApartAgreementProps) {
  const rows = results.agreement.filter(
    (row) => row.reviewers !== null && (stage === undefined || row.stage === stage),
  )
  const pairs = Map.groupBy(rows, ({ pair, reviewers }) => `${pair[0]} ${reviewers?.join(' ')}`)
  return [...pairs].map(([key, ofPair]) => <Pair key={key} rows={ofPair} stageTitle={stageTitle} />)
}

function Pair({
  rows,
  stageTitle,
}: {
  readonly rows: readonly AgreementRow[]
  readonly stageTitle: (stage: string) => string
}) {
  const { apart: texts } = useTexts({ da, en })
  const { ofAll } = useTexts({ da: daEvidence, en: enEvidence })
  const language = useLanguage()
  const local = useLocal()
  const number = (value: number) => formatInteger(value, language)
  const shareOf = (row: AgreementRow) => ({ ...row, numerator: row.same, denominator: row.n })
  const [level] = rows[0]?.pair ?? [0]
  const [first = '', second = ''] = (rows[0]?.reviewers ?? []).map((role) => local(roleName(role)))
  const column = (
    key: string,
    title: string,
    render: (row: AgreementRow) => string,
  ): DataColumn<AgreementRow> => ({ key, title, align: 'end', render })
  return (
    <section>
      <h3>{texts.heading(level, first, second)}</h3>
      <p className="reading-width">{texts.intro}</p>
      <DataTable
        caption={texts.caption(first, second)}
        captionHidden
        columns={[
          {
            key: 'stage',
            title: texts.stage,
            rowHeader: true,
            render: (row) => (row.stage === null ? texts.all : stageTitle(row.stage)),
          },
          column('cases', texts.cases, ({ cases }) => number(cases)),
          column('same', texts.same, ({ same, n }) => ofAll(number(same), number(n))),
          column('share', texts.share, (row) => {
            const interval = printShareInterval(shareOf(row), row.n, language)
            const share = printShare(shareOf(row), row.n, language)
            return interval === null ? share : `${share} (${interval})`
          }),
          // The first of the two stands where a pair of levels has its lower level.
          column('first', texts.stricter(first), ({ lowerStricter }) => number(lowerStricter)),
          column('second', texts.stricter(second), ({ higherStricter }) => number(higherStricter)),
        ]}
        rows={rows}
        rowKey={(row) => row.stage ?? ''}
        isTotal={(row) => row.stage === null}
        stacked
      />
    </section>
  )
}
