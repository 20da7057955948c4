import type { EventImport } from '../../../contract/caseflow/event-imports.ts'
import { formatDateTime } from '../../format/dates.ts'
import { formatInteger } from '../../format/numbers.ts'
import { eventImport as da } from '../../texts/da/event-import.ts'
import { eventImport as en } from '../../texts/en/event-import.ts'
import { useLanguage, useTexts } from '../../texts/language.tsx'
import { Button } from '../../ui/Button.tsx'
import { DataTable, type DataColumn } from '../../ui/DataTable.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { StatusTag } from '../../ui/StatusTag.tsx'

const kinds = { previewed: 'active', confirmed: 'done', discarded: 'neutral' } as const

/** Earlier deliveries; those that wait can be opened again. */
export function EventImportHistory({
  imports,
  onOpen,
}: {
  imports: readonly EventImport[]
  onOpen: (id: string) => void
}) {
  const texts = useTexts({ da, en })
  const language = useLanguage()
  if (imports.length === 0) return <EmptyState title={texts.noHistory}>{texts.noHistoryBody}</EmptyState>
  const count = (key: 'new' | 'corrected' | 'unchanged' | 'refused'): DataColumn<EventImport> => ({
    key,
    title: texts.counts[key],
    align: 'end',
    render: ({ counts }) => formatInteger(counts[key], language),
  })
  const columns: readonly DataColumn<EventImport>[] = [
    {
      key: 'when',
      title: texts.when,
      rowHeader: true,
      render: ({ createdAt }) => formatDateTime(createdAt, language),
    },
    {
      key: 'file',
      title: texts.file,
      render: ({ fileName, channel }) => (channel === 'api' ? texts.fromProgram : fileName),
    },
    { key: 'source', title: texts.sourceLabel, render: ({ source }) => source },
    { key: 'by', title: texts.by, render: ({ createdBy }) => createdBy ?? texts.program },
    count('new'),
    count('corrected'),
    count('unchanged'),
    count('refused'),
    {
      key: 'state',
      title: texts.stateTitle,
      render: ({ state, id, fileName }) => (
        <>
          <StatusTag kind={kinds[state]}>{texts.state[state]}</StatusTag>{' '}
          {state === 'previewed' && (
            <Button variant="tertiary" aria-label={`${texts.open} ${fileName}`} onClick={() => onOpen(id)}>
              {texts.open}
            </Button>
          )}
        </>
      ),
    },
  ]
  return (
    <>
      <h2>{texts.historyHeading}</h2>
      <DataTable
        caption={texts.historyCaption}
        captionHidden
        columns={columns}
        rows={imports}
        rowKey={({ id }) => id}
        stacked
      />
    </>
  )
}
