import { useState, type SubmitEvent } from 'react'
import { reportInitiative } from '../../../contract/learning/initiative.ts'
import type { InitiativeActKind } from '../../../core/learning/initiative-state.ts'
import { useSend } from '../../api.ts'
import { formatShortDate } from '../../format/dates.ts'
import { fieldProblems } from '../../problem-words.ts'
import { actionPlan as da } from '../../texts/da/action-plan.ts'
import { actionPlan as en } from '../../texts/en/action-plan.ts'
import { useLanguage, useTexts } from '../../texts/language.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { DialogButtons } from '../../ui/DialogButtons.tsx'
import { Field } from '../../ui/Field.tsx'
import { Problem } from '../../ui/Problem.tsx'

interface InitiativeActDialogProps {
  readonly initiative: string
  readonly kind: InitiativeActKind
  readonly today: string
  /** The first day anything can be said of. */
  readonly earliest: string
  readonly onClose: () => void
}

/** What happened and when; it is added to what was said before. */
export function InitiativeActDialog(props: InitiativeActDialogProps) {
  const { initiative, kind, today, earliest, onClose } = props
  const texts = useTexts({ da, en })
  const language = useLanguage()
  const send = useSend(reportInitiative)
  const [day, setDay] = useState(today)
  const [note, setNote] = useState('')
  const [tried, setTried] = useState(false)
  const needsNote = kind === 'noted' || kind === 'stopped' || kind === 'resumed'
  const lacks = needsNote && note.trim() === ''
  const problems = fieldProblems(send.error)
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    setTried(true)
    if (lacks || day === '' || send.isPending) return
    const body = { kind, day, note: note.trim() === '' ? null : note }
    send.mutate({ params: { initiative }, body }, { onSuccess: onClose })
  }
  return (
    <Dialog title={texts.doActs[kind]} open onClose={onClose}>
      <form noValidate onSubmit={submit}>
        {send.isError && problems.size === 0 && <Problem error={send.error} />}
        <Field
          label={texts.actDay}
          hint={`${texts.earliest(formatShortDate(earliest, language))}${kind === 'started' ? ` ${texts.startNote}` : ''}`}
          error={problems.get('day')}
        >
          {(wired) => (
            <input
              {...wired}
              type="date"
              className="form-input"
              min={earliest}
              max={today}
              value={day}
              onChange={({ target }) => setDay(target.value)}
            />
          )}
        </Field>
        <Field
          label={texts.actNote}
          optional={!needsNote}
          error={tried && lacks ? texts.actNoteMissing : problems.get('note')}
        >
          {(wired) => (
            <textarea
              {...wired}
              className="form-input"
              rows={3}
              maxLength={2000}
              value={note}
              onChange={({ target }) => setNote(target.value)}
            />
          )}
        </Field>
        <DialogButtons action={texts.saveAct} busy={send.isPending} onClose={onClose} />
      </form>
    </Dialog>
  )
}
