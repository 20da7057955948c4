import type { UnitState } from '../../../contract/review/round-state.ts'
import { formatHours } from '../../format/durations.ts'
import { formatInteger } from '../../format/numbers.ts'
import { useCommonTexts } from '../../texts/common.ts'
import { progress as da } from '../../texts/da/progress.ts'
import { progress as en } from '../../texts/en/progress.ts'
import { useLanguage, useTexts } from '../../texts/language.tsx'
import { DataTable, type DataColumn } from '../../ui/DataTable.tsx'

const countKeys = ['drawn', 'unassigned', 'given', 'begun', 'returned', 'submitted', 'writtenOff'] as const
const timeKeys = ['minutesUsed', 'minutesLeft'] as const

/** `drawn` with those written off: they were drawn too. */
type Row = Omit<UnitState, 'level'>

/** A level's reviews by unit and by where they are. */
export function StatesTable({ counts: found, name }: { counts: readonly UnitState[]; name: string }) {
  const counts = found.map((each) => ({ ...each, drawn: each.drawn + each.writtenOff }))
  const texts = useTexts({ da, en })
  const common = useCommonTexts()
  const language = useLanguage()
  const sum = (key: (typeof countKeys)[number] | (typeof timeKeys)[number]) =>
    counts.reduce((total, each) => total + each[key], 0)
  const total: Row = {
    unit: { id: 'total', name: common.total },
    drawn: sum('drawn'),
    unassigned: sum('unassigned'),
    given: sum('given'),
    begun: sum('begun'),
    returned: sum('returned'),
    submitted: sum('submitted'),
    writtenOff: sum('writtenOff'),
    minutesUsed: sum('minutesUsed'),
    minutesLeft: sum('minutesLeft'),
  }
  const columns: readonly DataColumn<Row>[] = [
    { key: 'unit', title: texts.unit, rowHeader: true, render: ({ unit }) => unit.name },
    ...countKeys.map((key): DataColumn<Row> => ({
      key,
      title: texts.states[key],
      align: 'end',
      sortBy: (row) => row[key],
      render: (row) =>
        row[key] === 0 && key !== 'drawn' && key !== 'submitted' ? (
          <span className="soft">–</span>
        ) : (
          formatInteger(row[key], language)
        ),
    })),
    ...timeKeys.map((key): DataColumn<Row> => ({
      key,
      title: texts.times[key],
      align: 'end',
      sortBy: (row) => row[key],
      render: (row) => formatHours(row[key], language),
    })),
  ]
  return (
    <DataTable
      caption={texts.statesCaption(name)}
      columns={columns}
      rows={[...counts, total]}
      rowKey={({ unit }) => unit.id}
      isTotal={({ unit }) => unit.id === 'total'}
    />
  )
}
