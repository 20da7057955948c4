import type { ReactNode } from 'react'
import type { Preview } from '../../../contract/registry/imports.ts'
import { formatInteger } from '../../format/numbers.ts'
import { registry as da } from '../../texts/da/registry.ts'
import { registry as en } from '../../texts/en/registry.ts'
import { useLanguage, useTexts } from '../../texts/language.tsx'
import { DataTable } from '../../ui/DataTable.tsx'
import { listDifferences } from './differences.ts'

/** What the changed rows said before, and what they say in the file. */
export function ChangedTable({ changed, total }: { changed: Preview['changed']; total: number }) {
  const texts = useTexts({ da, en })
  const language = useLanguage()
  if (changed.length === 0) return null
  const rows = changed.flatMap(listDifferences)
  const figure = (value: number) => formatInteger(value, language)
  const shown = (value: string, hidden: boolean): ReactNode =>
    value === '' ? (
      <span className="soft">{texts.empty}</span>
    ) : hidden ? (
      <span className="soft">{texts.hidden}</span>
    ) : (
      value
    )
  const names: Readonly<Record<string, string>> = texts.columns
  return (
    <>
      <h3>{texts.changedHeading}</h3>
      <p>{texts.frozen}</p>
      {changed.length < total && <p>{texts.changedShown(changed.length, total)}</p>}
      <DataTable
        caption={texts.changedCaption}
        captionHidden
        stacked
        columns={[
          {
            key: 'case',
            title: texts.columns.case_id,
            rowHeader: true,
            render: ({ caseId }: (typeof rows)[number]) => caseId,
          },
          { key: 'stage', title: texts.columns.stage, render: ({ stage }) => stage },
          {
            key: 'line',
            title: texts.line,
            align: 'end',
            render: ({ line }) => figure(line),
          },
          { key: 'what', title: texts.what, render: ({ field }) => names[field] ?? field },
          {
            key: 'before',
            title: texts.before,
            render: ({ before, field }) => shown(before, field === 'cpr'),
          },
          {
            key: 'after',
            title: texts.after,
            render: ({ after, field }) => shown(after, field === 'cpr'),
          },
        ]}
        rows={rows}
        rowKey={({ line, field }) => `${line} ${field}`}
      />
    </>
  )
}
