import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import {
  decidePurge,
  listPurges,
  previewPurge,
  type PurgeRun,
} from '../../../../contract/access/retention/retention.ts'
import { ask, useSend } from '../../../api.ts'
import { formatShortDate } from '../../../format/dates.ts'
import { retention as da } from '../../../texts/da/retention.ts'
import { retention as en } from '../../../texts/en/retention.ts'
import { useLanguage, useTexts } from '../../../texts/language.tsx'
import { Answer } from '../../../ui/Answer.tsx'
import { Button } from '../../../ui/Button.tsx'
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx'
import { DataTable, type DataColumn } from '../../../ui/DataTable.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { Problem } from '../../../ui/Problem.tsx'

/** Lists that were proposed: who decides, what is carried out, and what it came to. */
export function Purges({ onDone }: { onDone: (note: string) => void }) {
  const texts = useTexts({ da, en })
  const language = useLanguage()
  const query = useQuery(ask(listPurges, {}))
  const send = useSend(decidePurge, [listPurges, previewPurge])
  const [approving, setApproving] = useState<PurgeRun | null>(null)
  const decide = ({ id }: PurgeRun, approve: boolean) =>
    send.mutate(
      { params: { purge: id }, body: { approve } },
      {
        onSuccess: () => {
          setApproving(null)
          onDone(approve ? texts.approved : texts.refused)
        },
      },
    )
  const columns: readonly DataColumn<PurgeRun>[] = [
    {
      key: 'as-of',
      title: texts.asOf,
      rowHeader: true,
      render: ({ asOf }) => formatShortDate(asOf, language),
    },
    { key: 'cases', title: texts.listed, align: 'end', render: ({ cases }) => cases },
    { key: 'rows', title: texts.count, align: 'end', render: ({ rows }) => rows },
    { key: 'by', title: texts.by, render: ({ by }) => by },
    { key: 'decider', title: texts.decider, render: ({ decidedBy }) => decidedBy },
    {
      key: 'state',
      title: texts.state,
      render: ({ state, finishedAt }) =>
        finishedAt === null
          ? texts.states[state]
          : `${texts.states[state]} ${formatShortDate(finishedAt.slice(0, 10), language)}`,
    },
    { key: 'erased', title: texts.erased, align: 'end', render: ({ erased }) => erased },
    { key: 'left-alone', title: texts.leftAlone, align: 'end', render: ({ leftAlone }) => leftAlone },
    {
      key: 'decision',
      title: texts.decision,
      render: (run) => {
        if (run.state !== 'proposed') return null
        if (run.mine) return <span className="soft">{texts.mine}</span>
        const day = formatShortDate(run.asOf, language)
        return (
          <div className="button-row">
            <Button aria-label={texts.approveNamed(day)} onClick={() => setApproving(run)}>
              {texts.approve}
            </Button>
            <Button aria-label={texts.refuseNamed(day)} onClick={() => decide(run, false)}>
              {texts.refuse}
            </Button>
          </div>
        )
      },
    },
  ]
  return (
    <section aria-labelledby="retention-purges">
      <h2 id="retention-purges">{texts.purges}</h2>
      {send.error !== null && approving === null && <Problem error={send.error} />}
      <Answer query={query}>
        {({ purges }) => (
          <>
            <p>{texts.next[waiting(purges)]}</p>
            {purges.length === 0 ? (
              <EmptyState title={texts.noPurges}>{texts.noPurgesBody}</EmptyState>
            ) : (
              <DataTable
                caption={texts.purgesCaption}
                captionHidden
                columns={columns}
                rows={purges}
                rowKey={({ id }) => id}
                stacked
              />
            )}
          </>
        )}
      </Answer>
      {approving !== null && (
        <ConfirmDialog
          title={texts.approveTitle(approving.cases)}
          open
          onClose={() => setApproving(null)}
          action={texts.approve}
          busy={send.isPending}
          error={send.error}
          onConfirm={() => decide(approving, true)}
        >
          <p>{texts.approveWhat}</p>
        </ConfirmDialog>
      )}
    </section>
  )
}

/** At most one list waits at a time. */
function waiting(purges: readonly Pick<PurgeRun, 'state'>[]): 'proposed' | 'approved' | 'none' {
  if (purges.some(({ state }) => state === 'approved')) return 'approved'
  return purges.some(({ state }) => state === 'proposed') ? 'proposed' : 'none'
}
