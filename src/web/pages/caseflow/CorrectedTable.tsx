import type { EventPreview } from '../../../contract/caseflow/event-imports.ts'
import { formatDateTime, formatDate } from '../../format/dates.ts'
import { formatInteger } from '../../format/numbers.ts'
import { eventImport as da } from '../../texts/da/event-import.ts'
import { eventImport as en } from '../../texts/en/event-import.ts'
import { useLanguage, useTexts } from '../../texts/language.tsx'
import { DataTable } from '../../ui/DataTable.tsx'

/** What the corrected events said before, and what they say in the file. */
export function CorrectedTable({
  corrected,
  total,
}: {
  corrected: EventPreview['corrected']
  total: number
}) {
  const texts = useTexts({ da, en })
  const language = useLanguage()
  if (corrected.length === 0) return null
  const rows = corrected.flatMap(({ line, caseId, difference }) =>
    Object.entries(difference).map(([field, [before, after]]) => ({ line, caseId, field, before, after })),
  )
  const names: Readonly<Record<string, string>> = {
    ...texts.columns,
    time: texts.time,
    kind: texts.kind,
    attributes: texts.attributes,
  }
  const shown = (field: string, value: unknown): string => {
    if (value === null || value === undefined || value === '') return '–'
    if (typeof value === 'object')
      return Object.entries(value)
        .map((pair) => pair.join(': '))
        .join(', ')
    const text = typeof value === 'string' ? value : JSON.stringify(value)
    if (field !== 'time') return text
    return text.length === 10 ? formatDate(text, language) : formatDateTime(text, language)
  }
  return (
    <>
      <h3>{texts.correctedHeading}</h3>
      <p>
        {texts.kept} {corrected.length < total && texts.correctedShown(corrected.length, total)}
      </p>
      <DataTable
        caption={texts.correctedCaption}
        captionHidden
        stacked
        columns={[
          {
            key: 'case',
            title: texts.columns.case_id,
            rowHeader: true,
            render: ({ caseId }: (typeof rows)[number]) => caseId,
          },
          {
            key: 'line',
            title: texts.line,
            align: 'end',
            render: ({ line }) => formatInteger(line, language),
          },
          { key: 'what', title: texts.what, render: ({ field }) => names[field] ?? field },
          { key: 'before', title: texts.before, render: ({ field, before }) => shown(field, before) },
          { key: 'after', title: texts.after, render: ({ field, after }) => shown(field, after) },
        ]}
        rows={rows}
        rowKey={({ line, field }) => `${line} ${field}`}
      />
    </>
  )
}
