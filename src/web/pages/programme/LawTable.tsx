import type { Law } from '../../../core/programme/programme.ts'
import { formatDate } from '../../format/dates.ts'
import { programme as da } from '../../texts/da/programme.ts'
import { programme as en } from '../../texts/en/programme.ts'
import { useLanguage, useLocal, useTexts } from '../../texts/language.tsx'
import { DataTable, type DataColumn } from '../../ui/DataTable.tsx'

export function LawTable({ laws }: { laws: readonly Law[] }) {
  const texts = useTexts({ da, en })
  const language = useLanguage()
  const local = useLocal()
  const day = (date: string | undefined, otherwise: string) =>
    date === undefined ? <span className="soft">{otherwise}</span> : formatDate(date, language)
  const columns: readonly DataColumn<Law>[] = [
    { key: 'law', title: texts.law, rowHeader: true, render: ({ title }) => local(title) },
    { key: 'from', title: texts.inForceFrom, render: ({ from }) => day(from, '–') },
    { key: 'until', title: texts.inForceUntil, render: ({ until }) => day(until, texts.stillInForce) },
  ]
  return (
    <DataTable
      caption={texts.lawsCaption}
      captionHidden
      columns={columns}
      rows={laws}
      rowKey={({ key }) => key}
      stacked
    />
  )
}
