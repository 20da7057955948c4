import { useState, type SubmitEvent } from 'react'
import {
  correctEntry,
  countEntryAgain,
  withdrawEntry,
  type RegisterStep,
} from '../../../../contract/caseflow/registers.ts'
import { useSend } from '../../../api.ts'
import { formatTime } from '../../../format/dates.ts'
import { fieldProblems } from '../../../problem-words.ts'
import { registers as da } from '../../../texts/da/registers.ts'
import { registers as en } from '../../../texts/en/registers.ts'
import { useTexts } from '../../../texts/language.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { DialogButtons } from '../../../ui/DialogButtons.tsx'
import { Field } from '../../../ui/Field.tsx'
import { Problem } from '../../../ui/Problem.tsx'
import { WhenFields } from './WhenFields.tsx'

interface ChangeEntryDialogProps {
  readonly name: string
  readonly step: RegisterStep
  readonly entry: NonNullable<RegisterStep['entry']>
  readonly onClose: () => void
  readonly onDone: (words: string) => void
}

type Change = 'correct' | 'withdraw' | 'count-again'

/** Corrects an entry, withdraws it, or says that it is another event than the case system's; always with a reason. */
export function ChangeEntryDialog({ name, step, entry, onClose, onDone }: ChangeEntryDialogProps) {
  const texts = useTexts({ da, en })
  const correct = useSend(correctEntry)
  const withdraw = useSend(withdrawEntry)
  const again = useSend(countEntryAgain)
  const isSetAside = entry.act === 'set-aside'
  const [change, setChange] = useState<Change>(isSetAside ? 'count-again' : 'correct')
  const [when, setWhen] = useState({
    day: step.day,
    // A field of the browser takes HH:mm, as the English clock writes it.
    time: step.moment === null ? '' : formatTime(step.moment, 'en').replace('.', ':'),
    note: entry.note,
  })
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const send = { correct, withdraw, 'count-again': again }[change]
  const problems = fieldProblems(send.error)
  const choices: readonly { readonly key: Change; readonly label: string }[] = [
    ...(isSetAside ? [{ key: 'count-again' as const, label: texts.countAgain }] : []),
    { key: 'correct', label: texts.correct },
    { key: 'withdraw', label: texts.withdraw },
  ]
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    setTried(true)
    if (reason.trim() === '' || when.day === '' || send.isPending) return
    const params = { entry: entry.id }
    const seen = { version: entry.version, reason }
    const after = { onSuccess: () => onDone(texts.changed) }
    if (change === 'correct')
      correct.mutate({ params, body: { ...seen, ...when, time: when.time === '' ? null : when.time } }, after)
    else if (change === 'withdraw') withdraw.mutate({ params, body: seen }, after)
    else again.mutate({ params, body: seen }, after)
  }
  return (
    <Dialog title={texts.changeTitle(name)} open onClose={onClose}>
      <form noValidate onSubmit={submit}>
        {send.isError && <Problem error={send.error} />}
        <Field label={texts.changeWhat}>
          {(wired) => (
            <select
              {...wired}
              className="form-select"
              value={change}
              onChange={({ target }) =>
                setChange(choices.find(({ key }) => key === target.value)?.key ?? change)
              }
            >
              {choices.map(({ key, label }) => (
                <option key={key} value={key}>
                  {label}
                </option>
              ))}
            </select>
          )}
        </Field>
        {change === 'correct' && (
          <WhenFields
            when={when}
            today=""
            noteLabel={texts.note}
            noteOptional
            errors={{
              day: tried && when.day === '' ? texts.dayMissing : problems.get('day'),
              time: problems.get('time'),
              note: problems.get('note'),
            }}
            onChange={setWhen}
          />
        )}
        <Field
          label={texts.reason}
          error={tried && reason.trim() === '' ? texts.reasonMissing : problems.get('reason')}
        >
          {(wired) => (
            <textarea
              {...wired}
              className="form-input"
              rows={2}
              maxLength={1000}
              value={reason}
              onChange={({ target }) => setReason(target.value)}
            />
          )}
        </Field>
        <DialogButtons action={texts.saveChange} busy={send.isPending} onClose={onClose} />
      </form>
    </Dialog>
  )
}
