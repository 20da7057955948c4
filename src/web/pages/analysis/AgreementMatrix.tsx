import type { AgreementRow } from '../../../contract/analysis/evidence.ts'
import { formatInteger } from '../../format/numbers.ts'
import { resultsEvidence as da } from '../../texts/da/results-evidence.ts'
import { resultsEvidence as en } from '../../texts/en/results-evidence.ts'
import { useLanguage, useTexts } from '../../texts/language.tsx'
import { DataTable, type DataColumn } from '../../ui/DataTable.tsx'
import { printShare, printShareInterval } from './share-words.ts'

interface AgreementMatrixProps {
  readonly rows: readonly AgreementRow[]
  readonly levels: readonly number[]
  /** `1-4`, as it stands in the address. */
  readonly chosen: string
  readonly onChoose: (pair: string) => void
}

/** Each lower level against each higher one; a field opens the questions on which the two differ. */
export function AgreementMatrix({ rows, levels, chosen, onChoose }: AgreementMatrixProps) {
  const { matrix: texts, level: levelName } = useTexts({ da, en })
  const columns: readonly DataColumn<number>[] = [
    { key: 'lower', title: texts.lower, rowHeader: true, render: (lower) => levelName(lower) },
    ...levels.slice(1).map((higher): DataColumn<number> => ({
      key: String(higher),
      title: levelName(higher),
      className: 'matrix-cell',
      render: (lower) => {
        if (lower >= higher) return null
        const row = rows.find(({ pair }) => pair[0] === lower && pair[1] === higher)
        if (row === undefined || row.n === 0) return <span className="soft">{texts.none}</span>
        const key = row.pair.join('-')
        return <PairButton row={row} pressed={key === chosen} onPress={() => onChoose(key)} />
      },
    })),
  ]
  return (
    <>
      <p className="reading-width">{texts.intro}</p>
      <DataTable
        caption={texts.caption}
        columns={columns}
        rows={levels.slice(0, -1)}
        rowKey={String}
        stacked
      />
    </>
  )
}

function PairButton({ row, pressed, onPress }: { row: AgreementRow; pressed: boolean; onPress: () => void }) {
  const { matrix: texts } = useTexts({ da, en })
  const language = useLanguage()
  const number = (value: number) => formatInteger(value, language)
  const { pair, same, n, higherStricter, lowerStricter } = row
  const share = { ...row, numerator: same, denominator: n }
  const interval = printShareInterval(share, n, language)
  return (
    <button type="button" className="pair-button" aria-pressed={pressed} onClick={onPress}>
      <span className="visually-hidden">{texts.choose(pair[0], pair[1])}: </span>
      <span>
        <strong>{printShare(share, n, language)}</strong> {interval !== null && <span>({interval})</span>}
      </span>
      <span className="cell-note">{texts.same(number(same), number(n))}</span>
      <DirectionBar higher={higherStricter} lower={lowerStricter} />
      <span className="cell-note">{texts.stricter(pair[1], number(higherStricter))}</span>
      <span className="cell-note">{texts.stricter(pair[0], number(lowerStricter))}</span>
    </button>
  )
}

/** Of the answers that differed: how many the higher level failed (solid), how many the lower (outlined). */
function DirectionBar({ higher, lower }: { higher: number; lower: number }) {
  const all = higher + lower
  if (all === 0) return null
  return (
    <span className="direction-bar" aria-hidden="true">
      <span className="higher" style={{ width: `${(higher / all) * 100}%` }} />
    </span>
  )
}
