import { eventColumns, type EventColumn } from '../../../contract/caseflow/event-imports.ts'
import { eventImport as da } from '../../texts/da/event-import.ts'
import { eventImport as en } from '../../texts/en/event-import.ts'
import { useTexts } from '../../texts/language.tsx'
import { DataTable } from '../../ui/DataTable.tsx'

type Names = Readonly<Record<string, string>>

/** Without these there is no event. */
export const requiredColumns: ReadonlySet<EventColumn> = new Set(['case_id', 'event', 'at'])

/** Our columns, and which of the file's each one is. */
export function EventMappingTable({
  columns,
  mapping,
  onChange,
}: {
  columns: readonly string[]
  mapping: Names
  onChange: (mapping: Names) => void
}) {
  const texts = useTexts({ da, en })
  const change = (column: EventColumn, name: string) => {
    const { [column]: _, ...others } = mapping
    onChange(name === '' ? others : { ...others, [column]: name })
  }
  return (
    <DataTable
      caption={texts.mappingCaption}
      stacked
      columns={[
        {
          key: 'ours',
          title: texts.ours,
          rowHeader: true,
          render: (column: EventColumn) => texts.columns[column],
        },
        {
          key: 'theirs',
          title: texts.theirs,
          render: (column) => (
            <select
              className="form-select"
              aria-label={texts.theirsOf(texts.columns[column])}
              value={mapping[column] ?? ''}
              onChange={(event) => change(column, event.target.value)}
            >
              <option value="">{requiredColumns.has(column) ? texts.choose : texts.notThere}</option>
              {columns.map((name) => (
                <option key={name} value={name}>
                  {name}
                </option>
              ))}
            </select>
          ),
        },
      ]}
      rows={eventColumns}
      rowKey={(column) => column}
    />
  )
}
