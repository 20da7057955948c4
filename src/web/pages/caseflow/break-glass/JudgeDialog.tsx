import { useState } from 'react'
import {
  judgeBreakGlass,
  listBreakGlass,
  listOwnBreakGlass,
  type BreakGlassView,
} from '../../../../contract/access/break-glass.ts'
import { listMyTasks } from '../../../../contract/notification/my-tasks.ts'
import { useSend } from '../../../api.ts'
import { breakGlass as da } from '../../../texts/da/break-glass.ts'
import { breakGlass as en } from '../../../texts/en/break-glass.ts'
import { useTexts } from '../../../texts/language.tsx'
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx'
import { Field } from '../../../ui/Field.tsx'

/** A second person says whether it was justified, and why. */
export function JudgeDialog({
  grant: { id, reason },
  onClose,
}: {
  readonly grant: BreakGlassView
  readonly onClose: () => void
}) {
  const texts = useTexts({ da, en })
  const send = useSend(judgeBreakGlass, [listBreakGlass, listOwnBreakGlass, listMyTasks])
  const [justified, setJustified] = useState(true)
  const [word, setWord] = useState('')
  return (
    <ConfirmDialog
      title={texts.judgeTitle}
      open
      onClose={onClose}
      action={texts.save}
      busy={send.isPending}
      error={send.error}
      onConfirm={() =>
        send.mutate({ params: { breakGlass: id }, body: { justified, word } }, { onSuccess: onClose })
      }
    >
      <p>{reason}</p>
      <p>{texts.judgeWhat}</p>
      <Field label={texts.judgement}>
        {(wired) => (
          <select
            {...wired}
            className="form-select"
            value={justified ? 'yes' : 'no'}
            onChange={({ target }) => setJustified(target.value === 'yes')}
          >
            <option value="yes">{texts.justified}</option>
            <option value="no">{texts.unjustified}</option>
          </select>
        )}
      </Field>
      <Field label={texts.word}>
        {(wired) => (
          <textarea
            {...wired}
            className="form-input"
            rows={3}
            maxLength={1000}
            value={word}
            onChange={({ target }) => setWord(target.value)}
          />
        )}
      </Field>
    </ConfirmDialog>
  )
}
