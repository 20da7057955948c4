import { useState, type SubmitEvent } from 'react'
import { concludeCalibration, type CalibrationRow } from '../../../contract/calibration/results.ts'
import { useSend } from '../../api.ts'
import { calibration as da } from '../../texts/da/calibration.ts'
import { calibration as en } from '../../texts/en/calibration.ts'
import { useLocal, useTexts } from '../../texts/language.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { DialogButtons } from '../../ui/DialogButtons.tsx'
import { Field } from '../../ui/Field.tsx'
import { Problem } from '../../ui/Problem.tsx'
import { useGiven } from '../review/use-given.ts'

interface ConcludeDialogProps {
  readonly calibration: string
  readonly trainingCase: string
  readonly row: CalibrationRow
  readonly onClose: () => void
  readonly onDone: () => void
}

/** What the meeting agreed: an answer with its reason, guidance, or both. */
export function ConcludeDialog({ calibration, trainingCase, row, onClose, onDone }: ConcludeDialogProps) {
  const texts = useTexts({ da, en })
  const local = useLocal()
  const word = useGiven()
  const send = useSend(concludeCalibration)
  const { conclusion } = row
  const [draft, setDraft] = useState({
    given: conclusion?.given ?? '',
    reason: conclusion?.reason ?? '',
    guidance: conclusion?.guidance ?? '',
  })
  const [tried, setTried] = useState(false)
  const given = draft.given.trim() === '' ? null : draft.given.trim()
  const lacksReason = given !== null && draft.reason.trim() === ''
  const nothing = given === null && draft.guidance.trim() === '' && conclusion === null
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    setTried(true)
    if (lacksReason || nothing || send.isPending) return
    send.mutate(
      {
        params: { calibration, trainingCase, question: row.question },
        body: {
          given: given !== null && row.answerType === 'number' ? given.replace(',', '.') : given,
          reason: draft.reason,
          guidance: draft.guidance,
          seen: conclusion?.id ?? 0,
        },
      },
      { onSuccess: onDone },
    )
  }
  const text = (key: 'reason' | 'guidance', label: string, error?: string, hint?: string) => (
    <Field label={label} error={error} optional={key === 'guidance'} {...(hint !== undefined && { hint })}>
      {(wired) => (
        <textarea
          {...wired}
          className="form-input"
          rows={3}
          maxLength={2000}
          value={draft[key]}
          onChange={({ target }) => setDraft({ ...draft, [key]: target.value })}
        />
      )}
    </Field>
  )
  const options = optionsOf(row)
  return (
    <Dialog title={texts.concludeTitle(row.number)} open onClose={onClose}>
      <form noValidate onSubmit={submit}>
        <p>{local(row.text)}</p>
        {send.isError && <Problem error={send.error} />}
        <Field
          label={texts.which}
          hint={texts.whichHint}
          error={tried && nothing ? texts.nothingWritten : undefined}
        >
          {(wired) =>
            options === null ? (
              <input
                {...wired}
                className="form-input"
                maxLength={4000}
                value={draft.given}
                onChange={({ target }) => setDraft({ ...draft, given: target.value })}
              />
            ) : (
              <select
                {...wired}
                className="form-select"
                value={draft.given}
                onChange={({ target }) => setDraft({ ...draft, given: target.value })}
              >
                <option value="">{texts.none}</option>
                {options.map((value) => (
                  <option key={value} value={value}>
                    {word(row, value)}
                  </option>
                ))}
              </select>
            )
          }
        </Field>
        {text('reason', texts.why, tried && lacksReason ? texts.whyMissing : undefined)}
        {text('guidance', texts.guidance, undefined, texts.guidanceHint)}
        <p className="hint">{texts.concludeNote}</p>
        <DialogButtons action={texts.save} busy={send.isPending} onClose={onClose} />
      </form>
    </Dialog>
  )
}

/** The answers of a closed question; null: of an open one. */
function optionsOf({ answerType, grades }: CalibrationRow): readonly string[] | null {
  if (answerType === 'yes-no') return ['yes', 'no', 'na']
  if (answerType === 'graded') return grades.map((_grade, index) => String(index + 1))
  return null
}
