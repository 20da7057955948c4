import { useState, type SubmitEvent } from 'react'
import { chooseMerged, type MergeRow } from '../../../contract/review/merge.ts'
import { differenceReasons, type DifferenceReason } from '../../../core/review/difference.ts'
import { useSend } from '../../api.ts'
import { differences as daDifferences } from '../../texts/da/differences.ts'
import { differences as enDifferences } from '../../texts/en/differences.ts'
import { merge as da } from '../../texts/da/merge.ts'
import { merge as en } from '../../texts/en/merge.ts'
import { useLocal, useTexts } from '../../texts/language.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { DialogButtons } from '../../ui/DialogButtons.tsx'
import { Problem } from '../../ui/Problem.tsx'
import { Choices } from './Choices.tsx'
import { CommonAnswer } from './CommonAnswer.tsx'
import { NoteField } from './NoteField.tsx'
import { nothingPicked, toGiven } from './picked-answer.ts'
import { useGiven } from './use-given.ts'

interface MergeDialogProps {
  readonly review: string
  readonly row: MergeRow
  readonly onClose: () => void
}

/** One of the two says which answer should be the level's, and why. */
export function MergeDialog({ review, row, onClose }: MergeDialogProps) {
  const texts = useTexts({ da, en })
  const { reasons } = useTexts({ da: daDifferences, en: enDifferences })
  const local = useLocal()
  const send = useSend(chooseMerged)
  const [picked, setPicked] = useState(nothingPicked)
  const [reason, setReason] = useState<DifferenceReason | null>(null)
  const [note, setNote] = useState('')
  const [tried, setTried] = useState(false)
  const word = useGiven()
  const only = row.settle && [...new Set([row.settle.rule ?? [], row.settle.overrides].flat())]
  const labelOf = (value: string) =>
    value === row.settle?.rule
      ? texts.byRule(word(row, value))
      : texts.instead(
          word(row, value),
          row.sides.flatMap((side) => (side.value === value ? (side.overrideReason ?? []) : [])).join(' / '),
        )
  const given = toGiven(row, picked)
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    setTried(true)
    if (reason === null || given === null || send.isPending) return
    send.mutate(
      {
        params: { review, question: row.question },
        body: { given, reason, note, seen: row.choice?.id ?? 0 },
      },
      { onSuccess: onClose },
    )
  }
  return (
    <Dialog title={texts.chooseOn(row.number)} open onClose={onClose}>
      <form noValidate onSubmit={submit}>
        <p>{local(row.text)}</p>
        {send.isError && <Problem error={send.error} />}
        <CommonAnswer
          legend={texts.which}
          question={row}
          said={row.sides}
          {...(only && { only: only.map((value) => ({ value, label: labelOf(value) })) })}
          picked={picked}
          onPick={setPicked}
          missing={tried && given === null ? texts.whichMissing : undefined}
        />
        <Choices
          legend={texts.why}
          options={differenceReasons.map((value) => ({ value, label: reasons[value] }))}
          value={reason}
          onChange={setReason}
          error={tried && reason === null ? texts.whyMissing : undefined}
        />
        <NoteField value={note} onChange={setNote} />
        <p className="hint">{texts.noted}</p>
        <DialogButtons action={texts.save} busy={send.isPending} onClose={onClose} />
      </form>
    </Dialog>
  )
}
