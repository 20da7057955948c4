import type { Round } from '../../../contract/draw/rounds.ts'
import { useCommonTexts } from '../../texts/common.ts'
import { rounds as da } from '../../texts/da/rounds.ts'
import { rounds as en } from '../../texts/en/rounds.ts'
import { useLanguage, useTexts } from '../../texts/language.tsx'
import { DataTable, type DataColumn } from '../../ui/DataTable.tsx'
import { Progress } from '../../ui/Progress.tsx'

interface Cell {
  readonly drawn: number
  readonly submitted: number
  readonly writtenOff: number
}

interface Row {
  readonly key: string
  readonly name: string
  /** By level; a level that drew nothing here has none. */
  readonly cells: ReadonlyMap<number, Cell>
}

/** How many of the drawn reviews are submitted, unit by level; only the levels that are drawn. */
export function UnitsTable({ round }: { round: Round }) {
  const texts = useTexts({ da, en })
  const common = useCommonTexts()
  const language = useLanguage()
  const levels = round.levels.filter(({ level }) => round.progress.some((row) => row.level === level))
  if (levels.length === 0) return <p className="soft">{texts.unitsEmpty}</p>
  const rows = unitRows(round, language)
  const total: Row = { key: 'total', name: common.total, cells: sumByLevel(round) }
  const columns: readonly DataColumn<Row>[] = [
    { key: 'unit', title: texts.unit, rowHeader: true, render: ({ name }) => name },
    ...levels.map(({ level }): DataColumn<Row> => ({
      key: String(level),
      title: texts.levelNumber(level),
      className: 'progress-cell',
      render: ({ name, cells }) => {
        const cell = cells.get(level)
        return cell === undefined || cell.drawn + cell.writtenOff === 0 ? (
          <span className="soft">{texts.noDraw}</span>
        ) : (
          <>
            <Progress
              label={texts.progressOf(`${name}, ${texts.levelNumber(level)}`)}
              done={cell.submitted}
              of={cell.drawn + cell.writtenOff}
            />
            {cell.writtenOff > 0 && (
              <span className="cell-note">{texts.writtenOffCount(cell.writtenOff)}</span>
            )}
          </>
        )
      },
    })),
  ]
  return (
    <DataTable
      caption={texts.unitsCaption}
      columns={columns}
      rows={[...rows, total]}
      rowKey={({ key }) => key}
      isTotal={({ key }) => key === total.key}
      stacked
    />
  )
}

function unitRows({ progress }: Round, language: string): readonly Row[] {
  const units = new Map(progress.map(({ unit }) => [unit.id, unit.name]))
  return [...units]
    .toSorted(([, a], [, b]) => a.localeCompare(b, language))
    .map(([id, name]) => ({
      key: id,
      name,
      cells: new Map(progress.filter(({ unit }) => unit.id === id).map((row) => [row.level, row])),
    }))
}

function sumByLevel({ progress }: Round): ReadonlyMap<number, Cell> {
  const sums = new Map<number, Cell>()
  for (const { level, drawn, submitted, writtenOff } of progress) {
    const before = sums.get(level) ?? { drawn: 0, submitted: 0, writtenOff: 0 }
    sums.set(level, {
      drawn: before.drawn + drawn,
      submitted: before.submitted + submitted,
      writtenOff: before.writtenOff + writtenOff,
    })
  }
  return sums
}
