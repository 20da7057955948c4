import { useState, type SubmitEvent } from 'react'
import { addVisitPoint, saveVisitPoint, type VisitPointView } from '../../../contract/learning/visits.ts'
import { useSend } from '../../api.ts'
import { fieldProblems } from '../../problem-words.ts'
import { visits as da } from '../../texts/da/visits.ts'
import { visits as en } from '../../texts/en/visits.ts'
import { useTexts } from '../../texts/language.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { DialogButtons } from '../../ui/DialogButtons.tsx'
import { Field } from '../../ui/Field.tsx'
import { Problem } from '../../ui/Problem.tsx'

interface PointDialogProps {
  readonly visit: string
  readonly point: VisitPointView | 'new'
  readonly onClose: () => void
}

export function PointDialog({ visit, point, onClose }: PointDialogProps) {
  const texts = useTexts({ da, en })
  const add = useSend(addVisitPoint)
  const save = useSend(saveVisitPoint)
  const isNew = point === 'new'
  const send = isNew ? add : save
  const [draft, setDraft] = useState(
    isNew
      ? { text: '', who: '', dueOn: '' }
      : { text: point.text, who: point.who ?? '', dueOn: point.dueOn ?? '' },
  )
  const [tried, setTried] = useState(false)
  const problems = fieldProblems(send.error)
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    setTried(true)
    if (draft.text.trim() === '' || send.isPending) return
    const body = { text: draft.text, who: draft.who, dueOn: draft.dueOn === '' ? null : draft.dueOn }
    const after = { onSuccess: onClose }
    if (isNew) add.mutate({ params: { visit }, body }, after)
    else save.mutate({ params: { visit, point: point.id }, body: { ...body, version: point.version } }, after)
  }
  return (
    <Dialog title={isNew ? texts.addPoint : texts.changePointTitle} open onClose={onClose}>
      <form noValidate onSubmit={submit}>
        {send.isError && <Problem error={send.error} />}
        <Field
          label={texts.pointText}
          error={tried && draft.text.trim() === '' ? texts.pointMissing : problems.get('text')}
        >
          {(wired) => (
            <input
              {...wired}
              className="form-input"
              maxLength={500}
              value={draft.text}
              onChange={({ target }) => setDraft({ ...draft, text: target.value })}
            />
          )}
        </Field>
        <Field label={texts.pointWho} hint={texts.pointWhoHint} optional error={problems.get('who')}>
          {(wired) => (
            <input
              {...wired}
              className="form-input"
              maxLength={200}
              value={draft.who}
              onChange={({ target }) => setDraft({ ...draft, who: target.value })}
            />
          )}
        </Field>
        <Field label={texts.pointDue} optional error={problems.get('dueOn')}>
          {(wired) => (
            <input
              {...wired}
              className="form-input"
              type="date"
              value={draft.dueOn}
              onChange={({ target }) => setDraft({ ...draft, dueOn: target.value })}
            />
          )}
        </Field>
        <DialogButtons action={texts.savePoint} busy={send.isPending} onClose={onClose} />
      </form>
    </Dialog>
  )
}
