import type { Mapping } from '../../../contract/registry/imports.ts'
import {
  optionalRegistryColumns,
  requiredRegistryColumns,
  type RegistryColumn,
} from '../../../core/registry/registry-columns.ts'
import { registry as da } from '../../texts/da/registry.ts'
import { registry as en } from '../../texts/en/registry.ts'
import { useTexts } from '../../texts/language.tsx'
import { DataTable } from '../../ui/DataTable.tsx'

const ours: readonly RegistryColumn[] = [...requiredRegistryColumns, ...optionalRegistryColumns]
const optional = new Set<RegistryColumn>(optionalRegistryColumns)

interface MappingTableProps {
  readonly columns: readonly string[]
  readonly mapping: Mapping
  /** Left out, the table only shows. */
  readonly onChange?: (mapping: Mapping) => void
}

/** Our columns, and which of the file's each one is. */
export function MappingTable({ columns, mapping, onChange }: MappingTableProps) {
  const texts = useTexts({ da, en })
  const change = (column: RegistryColumn, name: string) => {
    const { [column]: _, ...others } = mapping
    onChange?.(name === '' ? others : { ...others, [column]: name })
  }
  return (
    <DataTable
      caption={texts.mappingCaption}
      columns={[
        {
          key: 'ours',
          title: texts.ours,
          rowHeader: true,
          render: (column: RegistryColumn) => texts.columns[column],
        },
        {
          key: 'theirs',
          title: texts.theirs,
          render: (column) =>
            onChange === undefined ? (
              (mapping[column] ?? <span className="soft">{texts.notThere}</span>)
            ) : (
              <select
                className="form-select"
                aria-label={texts.theirsOf(texts.columns[column])}
                value={mapping[column] ?? ''}
                onChange={(event) => change(column, event.target.value)}
              >
                <option value="">{optional.has(column) ? texts.notThere : texts.choose}</option>
                {columns.map((name) => (
                  <option key={name} value={name}>
                    {name}
                  </option>
                ))}
              </select>
            ),
        },
      ]}
      rows={ours}
      rowKey={(column) => column}
    />
  )
}
