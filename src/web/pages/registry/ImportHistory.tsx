import type { ImportBatch } from '../../../contract/registry/imports.ts'
import { formatDateTime } from '../../format/dates.ts'
import { formatInteger } from '../../format/numbers.ts'
import { registry as da } from '../../texts/da/registry.ts'
import { registry as en } from '../../texts/en/registry.ts'
import { useLanguage, useTexts } from '../../texts/language.tsx'
import { Button } from '../../ui/Button.tsx'
import { DataTable, type DataColumn } from '../../ui/DataTable.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { StatusTag } from '../../ui/StatusTag.tsx'

const kinds = {
  previewed: 'active',
  refused: 'neutral',
  nothing: 'neutral',
  confirmed: 'done',
  discarded: 'neutral',
} as const

/** A preview waits for an answer only when there is something to confirm. */
function standingOf({ state, counts }: ImportBatch): keyof typeof kinds {
  if (state !== 'previewed' || counts.new + counts.changed > 0) return state
  return counts.refused > 0 && counts.unchanged === 0 ? 'refused' : 'nothing'
}

/** Earlier imports; those that wait can be opened again. */
export function ImportHistory({
  imports,
  onOpen,
}: {
  imports: readonly ImportBatch[]
  onOpen: (id: string) => void
}) {
  const texts = useTexts({ da, en })
  const language = useLanguage()
  if (imports.length === 0) return <EmptyState title={texts.noHistory}>{texts.noHistoryBody}</EmptyState>
  const count = (key: 'new' | 'changed' | 'unchanged' | 'refused'): DataColumn<ImportBatch> => ({
    key,
    title: texts.counts[key],
    align: 'end',
    render: ({ counts }) => formatInteger(counts[key], language),
  })
  const columns: readonly DataColumn<ImportBatch>[] = [
    {
      key: 'when',
      title: texts.when,
      rowHeader: true,
      render: ({ createdAt }) => formatDateTime(createdAt, language),
    },
    { key: 'file', title: texts.file, render: ({ fileName }) => fileName },
    { key: 'source', title: texts.source, render: ({ source }) => source },
    { key: 'by', title: texts.by, render: ({ createdBy }) => createdBy ?? texts.program },
    count('new'),
    count('changed'),
    count('unchanged'),
    count('refused'),
    {
      key: 'state',
      title: texts.stateTitle,
      render: (batch) => {
        const standing = standingOf(batch)
        const { state, id, fileName } = batch
        return (
          <>
            <StatusTag kind={kinds[standing]}>{texts.state[standing]}</StatusTag>{' '}
            {state === 'previewed' && (
              <Button variant="tertiary" aria-label={`${texts.open} ${fileName}`} onClick={() => onOpen(id)}>
                {texts.open}
              </Button>
            )}
          </>
        )
      },
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
