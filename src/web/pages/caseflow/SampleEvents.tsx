import type { EventPreview, listEventImports } from '../../../contract/caseflow/event-imports.ts'
import type { CallOutput } from '../../../contract/client.ts'
import { formatDate, formatDateTime } from '../../format/dates.ts'
import { eventImport as da } from '../../texts/da/event-import.ts'
import { eventImport as en } from '../../texts/en/event-import.ts'
import { useLanguage, useLocal, useTexts } from '../../texts/language.tsx'
import { DataTable } from '../../ui/DataTable.tsx'

type Row = EventPreview['sample'][number]

/** Some new events, for seeing whether the file was understood. */
export function SampleEvents({
  sample,
  known,
}: {
  sample: readonly Row[]
  known: CallOutput<typeof listEventImports>['kinds']
}) {
  const texts = useTexts({ da, en })
  const language = useLanguage()
  const local = useLocal()
  if (sample.length === 0) return null
  const kindOf = (key: string) => {
    const kind = known.find((one) => one.key === key)
    return kind === undefined ? key : local(kind.name)
  }
  return (
    <>
      <h3>{texts.sampleHeading}</h3>
      <DataTable
        caption={texts.sampleCaption}
        captionHidden
        stacked
        columns={[
          { key: 'case', title: texts.columns.case_id, rowHeader: true, render: ({ caseId }: Row) => caseId },
          { key: 'event', title: texts.columns.event, render: ({ kind }) => kindOf(kind) },
          {
            key: 'at',
            title: texts.columns.at,
            render: ({ day, moment }) =>
              moment === null ? formatDate(day, language) : formatDateTime(moment, language),
          },
          { key: 'unit', title: texts.columns.unit, render: ({ unit }) => unit || '–' },
          {
            key: 'caseworker',
            title: texts.columns.caseworker,
            render: ({ caseworker }) => caseworker || '–',
          },
        ]}
        rows={sample}
        rowKey={({ line }) => String(line)}
      />
    </>
  )
}
