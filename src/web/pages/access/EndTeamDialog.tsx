import { useState } from 'react'
import { endTeamMember, listTeams, type TeamMember } from '../../../contract/access/teams.ts'
import { useSend } from '../../api.ts'
import { teams as da } from '../../texts/da/teams.ts'
import { teams as en } from '../../texts/en/teams.ts'
import { useTexts } from '../../texts/language.tsx'
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx'
import { Field } from '../../ui/Field.tsx'

interface EndTeamDialogProps {
  readonly member: TeamMember
  readonly onClose: () => void
  readonly onDone: () => void
}

/** Asks for the last day somebody was in the team. */
export function EndTeamDialog({ member, onClose, onDone }: EndTeamDialogProps) {
  const texts = useTexts({ da, en })
  const send = useSend(endTeamMember, [listTeams])
  const [lastDay, setLastDay] = useState(() => new Date().toISOString().slice(0, 10))
  return (
    <ConfirmDialog
      title={texts.endTitle(member.caseworker)}
      open
      onClose={onClose}
      action={texts.end}
      busy={send.isPending}
      error={send.error}
      onConfirm={() => {
        if (lastDay !== '')
          send.mutate({ params: { member: member.id }, body: { lastDay } }, { onSuccess: onDone })
      }}
    >
      <Field label={texts.lastDay}>
        {(wired) => (
          <input
            {...wired}
            type="date"
            className="form-input"
            value={lastDay}
            onChange={({ target }) => setLastDay(target.value)}
          />
        )}
      </Field>
    </ConfirmDialog>
  )
}
