import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import {
  liftLegalHold,
  listLegalHolds,
  placeLegalHold,
  previewPurge,
} from '../../../../contract/access/retention/retention.ts'
import type { Immutable, RouteOutput } from '../../../../contract/frame/route.ts'
import { ask, useSend } from '../../../api.ts'
import { formatDateTime } from '../../../format/dates.ts'
import { retention as da } from '../../../texts/da/retention.ts'
import { retention as en } from '../../../texts/en/retention.ts'
import { useLanguage, useTexts } from '../../../texts/language.tsx'
import { Answer } from '../../../ui/Answer.tsx'
import { Button } from '../../../ui/Button.tsx'
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx'
import { DataTable, type DataColumn } from '../../../ui/DataTable.tsx'
import { Field } from '../../../ui/Field.tsx'
import { fewestReason, ReasonField } from './ReasonField.tsx'

type Hold = Immutable<RouteOutput<typeof listLegalHolds>>['holds'][number]

/** Cases that stay although their time has come, and why. */
export function LegalHolds({ onDone }: { onDone: (note: string) => void }) {
  const texts = useTexts({ da, en })
  const language = useLanguage()
  const query = useQuery(ask(listLegalHolds, {}))
  const [lifting, setLifting] = useState<Hold | null>(null)
  const [placing, setPlacing] = useState(false)
  const columns: readonly DataColumn<Hold>[] = [
    { key: 'case', title: texts.caseColumn, rowHeader: true, render: ({ caseId }) => caseId },
    { key: 'reason', title: texts.reason, render: ({ reason }) => reason },
    {
      key: 'placed',
      title: texts.placed,
      render: ({ by, at }) => texts.decidedBy(by, formatDateTime(at, language)),
    },
    {
      key: 'lifted',
      title: texts.lifted,
      render: ({ lifted }) =>
        lifted === null
          ? texts.inForce
          : `${texts.decidedBy(lifted.by, formatDateTime(lifted.at, language))}: ${lifted.reason}`,
    },
    {
      key: 'act',
      title: texts.act,
      render: (hold) =>
        hold.lifted === null && (
          <Button
            variant="tertiary"
            aria-label={texts.liftNamed(hold.caseId)}
            onClick={() => setLifting(hold)}
          >
            {texts.lift}
          </Button>
        ),
    },
  ]
  return (
    <section aria-labelledby="retention-holds">
      <h2 id="retention-holds">{texts.holds}</h2>
      <p>{texts.holdsWhat}</p>
      <Answer query={query}>
        {({ holds }) =>
          holds.length > 0 && (
            <DataTable
              caption={texts.holdsCaption}
              captionHidden
              columns={columns}
              rows={holds}
              rowKey={({ id }) => id}
              stacked
            />
          )
        }
      </Answer>
      <Button onClick={() => setPlacing(true)}>{texts.hold}</Button>
      {placing && (
        <PlaceDialog
          onClose={() => setPlacing(false)}
          onDone={(caseId) => {
            setPlacing(false)
            onDone(texts.held(caseId))
          }}
        />
      )}
      {lifting !== null && (
        <LiftDialog
          hold={lifting}
          onClose={() => setLifting(null)}
          onDone={() => {
            setLifting(null)
            onDone(texts.liftDone(lifting.caseId))
          }}
        />
      )}
    </section>
  )
}

interface PlaceDialogProps {
  readonly onClose: () => void
  readonly onDone: (caseId: string) => void
}

function PlaceDialog({ onClose, onDone }: PlaceDialogProps) {
  const texts = useTexts({ da, en })
  const send = useSend(placeLegalHold, [listLegalHolds, previewPurge])
  const [caseId, setCaseId] = useState('')
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const wanted = caseId.trim()
  return (
    <ConfirmDialog
      title={texts.hold}
      open
      onClose={onClose}
      action={texts.hold}
      busy={send.isPending}
      error={send.error}
      onConfirm={() => {
        setTried(true)
        if (wanted === '' || reason.trim().length < fewestReason) return
        send.mutate({ body: { case: wanted, reason } }, { onSuccess: () => onDone(wanted) })
      }}
    >
      <Field label={texts.caseNumber} error={tried && wanted === '' ? texts.missing.caseNumber : undefined}>
        {(wired) => (
          <input
            {...wired}
            className="form-input"
            maxLength={200}
            autoComplete="off"
            value={caseId}
            onChange={({ target }) => setCaseId(target.value)}
          />
        )}
      </Field>
      <ReasonField value={reason} onChange={setReason} tried={tried} />
    </ConfirmDialog>
  )
}

interface LiftDialogProps {
  readonly hold: Hold
  readonly onClose: () => void
  readonly onDone: () => void
}

function LiftDialog({ hold, onClose, onDone }: LiftDialogProps) {
  const texts = useTexts({ da, en })
  const send = useSend(liftLegalHold, [listLegalHolds, previewPurge])
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  return (
    <ConfirmDialog
      title={texts.liftTitle(hold.caseId)}
      open
      onClose={onClose}
      action={texts.lift}
      busy={send.isPending}
      error={send.error}
      onConfirm={() => {
        setTried(true)
        if (reason.trim().length < fewestReason) return
        send.mutate({ params: { legalHold: hold.id }, body: { reason } }, { onSuccess: onDone })
      }}
    >
      <p>{texts.liftWhat}</p>
      <ReasonField value={reason} onChange={setReason} tried={tried} />
    </ConfirmDialog>
  )
}
