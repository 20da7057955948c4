import type { Preview } from '../../../contract/registry/imports.ts'
import { formatShortDate } from '../../format/dates.ts'
import { registry as da } from '../../texts/da/registry.ts'
import { registry as en } from '../../texts/en/registry.ts'
import { useLanguage, useTexts } from '../../texts/language.tsx'
import { DataTable } from '../../ui/DataTable.tsx'

type Row = Preview['sample'][number]

/** A few new rows as they were read, so that a swapped column is seen at once. */
export function SampleTable({ sample }: { sample: Preview['sample'] }) {
  const texts = useTexts({ da, en })
  const language = useLanguage()
  if (sample.length === 0) return null
  return (
    <>
      <h3>{texts.sampleHeading}</h3>
      <DataTable
        caption={texts.sampleCaption}
        captionHidden
        stacked
        columns={[
          {
            key: 'case',
            title: texts.columns.case_id,
            rowHeader: true,
            render: ({ caseId }: Row) => caseId,
          },
          { key: 'stage', title: texts.columns.stage, render: ({ stage }) => stage },
          { key: 'unit', title: texts.columns.unit, render: ({ unit }) => unit },
          { key: 'caseworker', title: texts.columns.caseworker, render: ({ caseworker }) => caseworker },
          {
            key: 'started',
            title: texts.columns.started,
            align: 'end',
            render: ({ started }) => formatShortDate(started, language),
          },
          {
            key: 'completed',
            title: texts.columns.completed,
            align: 'end',
            render: ({ completed }) =>
              completed === null ? texts.notFinished : formatShortDate(completed, language),
          },
          {
            key: 'attributes',
            title: texts.attributes,
            render: ({ attributes }) =>
              Object.entries(attributes)
                .map(([name, value]) => `${name}: ${value}`)
                .join(', '),
          },
        ]}
        rows={sample}
        rowKey={({ line }) => String(line)}
      />
    </>
  )
}
