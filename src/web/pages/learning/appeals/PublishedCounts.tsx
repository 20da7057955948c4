import { useState, type SubmitEvent } from 'react'
import {
  listAppeals,
  withdrawAppealCount,
  type PublishedAppealCount,
} from '../../../../contract/learning/appeals.ts'
import { useSend } from '../../../api.ts'
import { formatInteger, formatInterval, formatPercent } from '../../../format/numbers.ts'
import { appeals as da } from '../../../texts/da/appeals.ts'
import { appeals as en } from '../../../texts/en/appeals.ts'
import { useLanguage, useTexts } from '../../../texts/language.tsx'
import { Button } from '../../../ui/Button.tsx'
import { DataTable, type DataColumn } from '../../../ui/DataTable.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { DialogButtons } from '../../../ui/DialogButtons.tsx'
import { Problem } from '../../../ui/Problem.tsx'
import { StatusTag } from '../../../ui/StatusTag.tsx'
import { National } from './BesideNational.tsx'
import { LineField } from './fields.tsx'

interface CountsProps {
  readonly counts: readonly PublishedAppealCount[]
  readonly mayEdit: boolean
}

export function PublishedCounts({ counts, mayEdit }: CountsProps) {
  const texts = useTexts({ da, en })
  const language = useLanguage()
  const [leaving, setLeaving] = useState<PublishedAppealCount>()
  const number = (value: number | null) =>
    value === null ? texts.notPrinted : formatInteger(value, language)
  const columns: DataColumn<PublishedAppealCount>[] = [
    {
      key: 'body',
      title: texts.body,
      rowHeader: true,
      render: ({ year, body }) => `${body}, ${year}`,
    },
    {
      key: 'what',
      title: texts.provision,
      render: ({ provision, ageGroup, basis }) => (
        <>
          {provision ?? texts.all}
          {ageGroup !== null && `, ${texts.ages[ageGroup]}`}
          <div className="soft">{texts.bases[basis]}</div>
        </>
      ),
    },
    { key: 'sent', title: texts.sent, align: 'end', render: ({ sent }) => number(sent) },
    { key: 'decided', title: texts.decided, align: 'end', render: ({ decided }) => number(decided) },
    { key: 'share', title: texts.share, render: (count) => <Share count={count} /> },
    { key: 'source', title: texts.source, render: ({ source }) => source },
    {
      key: 'beside',
      title: texts.beside,
      render: ({ scope, share, beside }) =>
        scope === 'national' || share === null ? '–' : <National national={beside} />,
    },
  ]
  if (mayEdit)
    columns.push({
      key: 'act',
      title: texts.act,
      render: (count) => (
        <Button
          variant="tertiary"
          aria-label={texts.of(texts.withdraw, `${count.body}, ${count.year}`)}
          onClick={() => setLeaving(count)}
        >
          {texts.withdraw}
        </Button>
      ),
    })
  return (
    <section aria-labelledby="appeal-counts">
      <h2 id="appeal-counts">{texts.published}</h2>
      {counts.length === 0 ? (
        <p>{texts.publishedNone}</p>
      ) : (
        <>
          <p>{texts.publishedNote}</p>
          <DataTable
            caption={texts.published}
            captionHidden
            stacked
            columns={columns}
            rows={counts}
            rowKey={({ id }) => id}
          />
        </>
      )}
      {leaving !== undefined && <Withdrawal count={leaving} onClose={() => setLeaving(undefined)} />}
    </section>
  )
}

function Share({ count: { share, upheldPercent } }: { count: PublishedAppealCount }) {
  const texts = useTexts({ da, en })
  const language = useLanguage()
  if (share === null) return texts.notPrinted
  return (
    <>
      {formatPercent(share.share, language)}
      {share.interval !== null && ` (${formatInterval(share.interval, language)})`}
      {share.upheld !== null && (
        <div>
          {formatInteger(share.upheld, language)} {texts.upheld.toLowerCase()}
          {share.workedOut && `; ${texts.workedOut}`}
        </div>
      )}
      {upheldPercent !== null && (
        <div className="soft">{texts.printed(formatPercent(upheldPercent / 100, language))}</div>
      )}
      {share.contradicts && <StatusTag kind="attention">{texts.contradicts}</StatusTag>}
    </>
  )
}

function Withdrawal({
  count: { id, body, year },
  onClose,
}: {
  count: PublishedAppealCount
  onClose: () => void
}) {
  const texts = useTexts({ da, en })
  const send = useSend(withdrawAppealCount, [listAppeals])
  const [reason, setReason] = useState('')
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    if (!send.isPending)
      send.mutate({ params: { appealCount: id }, body: { reason } }, { onSuccess: onClose })
  }
  return (
    <Dialog title={texts.of(texts.withdraw, `${body}, ${year}`)} open onClose={onClose}>
      <form onSubmit={submit}>
        {send.isError && <Problem error={send.error} />}
        <LineField label={texts.reason} value={reason} max={400} onChange={setReason} />
        <DialogButtons action={texts.save} busy={send.isPending} onClose={onClose} />
      </form>
    </Dialog>
  )
}
