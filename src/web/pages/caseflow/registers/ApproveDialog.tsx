import { approvePlan, type RegisterRow } from '../../../../contract/caseflow/registers.ts'
import { roleOfApproval } from '../../../../core/caseflow/registers/register.ts'
import { useSend } from '../../../api.ts'
import { registers as da } from '../../../texts/da/registers.ts'
import { registers as en } from '../../../texts/en/registers.ts'
import { useTexts } from '../../../texts/language.tsx'
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx'

interface ApproveDialogProps {
  readonly row: RegisterRow
  readonly onClose: () => void
  readonly onDone: (words: string) => void
}

/** Asks once more before somebody approves in their own name. */
export function ApproveDialog({ row, onClose, onDone }: ApproveDialogProps) {
  const texts = useTexts({ da, en })
  const send = useSend(approvePlan)
  const { approve: kind, caseId, about } = row
  const role = kind === null ? undefined : roleOfApproval(kind)
  if (kind === null || role === undefined) return null
  return (
    <ConfirmDialog
      title={texts.approveTitle(caseId)}
      open
      onClose={onClose}
      action={texts.approve}
      busy={send.isPending}
      error={send.error}
      onConfirm={() =>
        send.mutate(
          { body: { caseId, about, kind, note: '' } },
          { onSuccess: () => onDone(texts.approved(caseId)) },
        )
      }
    >
      <p>{texts.approveBody(texts.roles[role])}</p>
    </ConfirmDialog>
  )
}
