import { useState, type SubmitEvent } from 'react'
import { chooseMerged, type MergeRow } from '../../../contract/review/merge.ts'
import { differenceReasons, type DifferenceReason } from '../../../core/review/difference.ts'
import { useSend } from '../../api.ts'
import { differences as daDifferences } from '../../texts/da/differences.ts'
import { differences as enDifferences } from '../../texts/en/differences.ts'
import { merge as da } from '../../texts/da/merge.ts'
import { merge as en } from '../../texts/en/merge.ts'
import { useCommonTexts } from '../../texts/common.ts'
import { useLocal, useTexts } from '../../texts/language.tsx'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Field } from '../../ui/Field.tsx'
import { Problem } from '../../ui/Problem.tsx'
import { Choices } from './Choices.tsx'
import { NoteField } from './NoteField.tsx'
import { useGiven } from './use-given.ts'

interface MergeDialogProps {
  readonly review: string
  readonly row: MergeRow
  readonly onClose: () => void
}

/** Not an answer that anybody can have given: answers in words are never this long a run of dots. */
const another = '…'

/** One of the two says which answer should be the level's, and why. */
export function MergeDialog({ review, row, onClose }: MergeDialogProps) {
  const texts = useTexts({ da, en })
  const { reasons } = useTexts({ da: daDifferences, en: enDifferences })
  const { cancel } = useCommonTexts()
  const local = useLocal()
  const word = useGiven()
  const send = useSend(chooseMerged)
  const [picked, setPicked] = useState<string | null>(null)
  const [written, setWritten] = useState('')
  const [reason, setReason] = useState<DifferenceReason | null>(null)
  const [note, setNote] = useState('')
  const [tried, setTried] = useState(false)
  const given = picked === another ? toWritten(row, written) : picked
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    setTried(true)
    if (reason === null || given === null || given === '' || send.isPending) return
    send.mutate(
      {
        params: { review, question: row.question },
        body: { given, reason, note, seen: row.choice?.id ?? 0 },
      },
      { onSuccess: onClose },
    )
  }
  const missing = tried && (given === null || given === '') ? texts.whichMissing : undefined
  const { answerType } = row
  const free = answerType === 'number' || answerType === 'date' || answerType === 'text'
  return (
    <Dialog title={texts.chooseOn(row.number)} open onClose={onClose}>
      <form noValidate onSubmit={submit}>
        <p>{local(row.text)}</p>
        {send.isError && <Problem error={send.error} />}
        <Choices
          legend={texts.which}
          options={[
            ...optionsOf(row).map((value) => ({ value, label: word(row, value) })),
            ...(free ? [{ value: another, label: texts.another }] : []),
          ]}
          value={picked}
          onChange={setPicked}
          error={picked === another ? undefined : missing}
        />
        {picked === another && free && (
          <Field label={texts.anotherAnswer} hint={texts.anotherHint[answerType]} error={missing}>
            {(wired) => (
              <input
                {...wired}
                className="form-input"
                maxLength={4000}
                value={written}
                onChange={({ target }) => setWritten(target.value)}
              />
            )}
          </Field>
        )}
        <Choices
          legend={texts.why}
          options={differenceReasons.map((value) => ({ value, label: reasons[value] }))}
          value={reason}
          onChange={setReason}
          error={tried && reason === null ? texts.whyMissing : undefined}
        />
        <NoteField value={note} onChange={setNote} />
        <p className="hint">{texts.noted}</p>
        <div className="button-row">
          <Button type="submit" variant="primary" busy={send.isPending}>
            {texts.save}
          </Button>
          <Button onClick={onClose}>{cancel}</Button>
        </div>
      </form>
    </Dialog>
  )
}

/** What can be chosen: every answer of a closed question; what the two said of an open one. */
function optionsOf({ answerType, grades, sides }: MergeRow): readonly string[] {
  if (answerType === 'yes-no') return ['yes', 'no', 'na']
  if (answerType === 'graded') return grades.map((_grade, at) => String(at + 1))
  return [...new Set(sides.flatMap(({ given }) => given ?? []))]
}

function toWritten({ answerType }: MergeRow, text: string): string {
  const written = text.trim()
  return answerType === 'number' ? written.replace(',', '.') : written
}
