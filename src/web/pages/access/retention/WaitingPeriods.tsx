import { useState } from 'react'
import {
  judgeRetention,
  previewPurge,
  readRetention,
  type RetentionRule,
} from '../../../../contract/access/retention/retention.ts'
import { kindTexts } from '../../../../core/access/retention/kinds.ts'
import { useSend } from '../../../api.ts'
import { retention as da } from '../../../texts/da/retention.ts'
import { retention as en } from '../../../texts/en/retention.ts'
import { useLocal, useTexts } from '../../../texts/language.tsx'
import { Button } from '../../../ui/Button.tsx'
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx'
import { DataTable, type DataColumn } from '../../../ui/DataTable.tsx'
import { Problem } from '../../../ui/Problem.tsx'

interface WaitingPeriodsProps {
  readonly rules: readonly RetentionRule[]
  readonly onDone: (note: string) => void
}

/** Periods that one person proposed and another has not judged. */
export function WaitingPeriods({ rules, onDone }: WaitingPeriodsProps) {
  const texts = useTexts({ da, en })
  const local = useLocal()
  const send = useSend(judgeRetention, [readRetention, previewPurge])
  const [approving, setApproving] = useState<RetentionRule | null>(null)
  const nameOf = ({ kind }: RetentionRule) => local(kindTexts[kind].name)
  const keptFor = ({ months }: RetentionRule) => (months === null ? texts.kept : texts.period(months))
  const judge = (rule: RetentionRule, approve: boolean) =>
    send.mutate(
      { body: { kind: rule.kind, version: rule.version, approve } },
      {
        onSuccess: () => {
          setApproving(null)
          onDone((approve ? texts.ruleApproved : texts.ruleRefused)(nameOf(rule)))
        },
      },
    )
  const columns: readonly DataColumn<RetentionRule>[] = [
    { key: 'kind', title: texts.kind, rowHeader: true, render: nameOf },
    { key: 'months', title: texts.newPeriod, render: keptFor },
    { key: 'basis', title: texts.basis, render: ({ basis }) => basis ?? texts.noBasis },
    { key: 'reason', title: texts.reason, render: ({ reason }) => reason },
    { key: 'by', title: texts.by, render: ({ by }) => by },
    {
      key: 'decision',
      title: texts.decision,
      render: (rule) =>
        rule.mine ? (
          <span className="soft">{texts.mineRule}</span>
        ) : (
          <div className="button-row">
            <Button aria-label={texts.approveRule(nameOf(rule))} onClick={() => setApproving(rule)}>
              {texts.approve}
            </Button>
            <Button aria-label={texts.refuseRule(nameOf(rule))} onClick={() => judge(rule, false)}>
              {texts.refuse}
            </Button>
          </div>
        ),
    },
  ]
  return (
    <>
      <h3>{texts.waiting}</h3>
      {send.error !== null && approving === null && <Problem error={send.error} />}
      <DataTable
        caption={texts.waitingCaption}
        captionHidden
        columns={columns}
        rows={rules}
        rowKey={({ kind }) => kind}
        stacked
      />
      {approving !== null && (
        <ConfirmDialog
          title={texts.approveRuleTitle(nameOf(approving), keptFor(approving))}
          open
          onClose={() => setApproving(null)}
          action={texts.approve}
          busy={send.isPending}
          error={send.error}
          onConfirm={() => judge(approving, true)}
        >
          <p>{texts.approveRuleWhat}</p>
        </ConfirmDialog>
      )}
    </>
  )
}
