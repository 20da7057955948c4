import { useState, type SubmitEvent } from 'react'
import {
  addAgreement,
  saveAgreement,
  type AgreementView,
  type CaseWalkThroughs,
} from '../../../../contract/caseflow/walk-throughs.ts'
import { useSend } from '../../../api.ts'
import { fieldProblems } from '../../../problem-words.ts'
import { walkThrough as da } from '../../../texts/da/walk-through.ts'
import { walkThrough as en } from '../../../texts/en/walk-through.ts'
import { useTexts } from '../../../texts/language.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { DialogButtons } from '../../../ui/DialogButtons.tsx'
import { Field } from '../../../ui/Field.tsx'
import { Problem } from '../../../ui/Problem.tsx'

interface AgreementDialogProps {
  readonly walk: string
  readonly agreement: AgreementView | 'new'
  readonly people: CaseWalkThroughs['people']
  readonly onClose: () => void
}

/** What, who and by when. */
export function AgreementDialog({ walk, agreement, people, onClose }: AgreementDialogProps) {
  const texts = useTexts({ da, en })
  const add = useSend(addAgreement)
  const save = useSend(saveAgreement)
  const isNew = agreement === 'new'
  const send = isNew ? add : save
  const [draft, setDraft] = useState(
    isNew
      ? { text: '', person: people.find(({ hasCase }) => hasCase)?.id ?? '', name: '', dueOn: '' }
      : {
          text: agreement.text,
          person: agreement.who.person ?? '',
          name: agreement.who.person === null ? agreement.who.name : '',
          dueOn: agreement.dueOn,
        },
  )
  const [tried, setTried] = useState(false)
  const problems = fieldProblems(send.error)
  const set = (more: Partial<typeof draft>) => setDraft({ ...draft, ...more })
  const chosen = people.find(({ id }) => id === draft.person)
  const who =
    chosen === undefined ? { person: null, name: draft.name } : { person: chosen.id, name: chosen.name }
  const missing = { text: draft.text.trim() === '', who: who.name.trim() === '', due: draft.dueOn === '' }
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    setTried(true)
    if (missing.text || missing.who || missing.due || send.isPending) return
    const body = { text: draft.text, who, dueOn: draft.dueOn }
    const after = { onSuccess: onClose }
    if (isNew) add.mutate({ params: { walkThrough: walk }, body }, after)
    else
      save.mutate(
        { params: { agreement: agreement.id }, body: { ...body, version: agreement.version } },
        after,
      )
  }
  return (
    <Dialog title={isNew ? texts.add : texts.changeTitle} open onClose={onClose}>
      <form noValidate onSubmit={submit}>
        {send.isError && <Problem error={send.error} />}
        <Field label={texts.what} error={tried && missing.text ? texts.whatMissing : problems.get('text')}>
          {(wired) => (
            <input
              {...wired}
              className="form-input"
              maxLength={500}
              value={draft.text}
              onChange={({ target }) => set({ text: target.value })}
            />
          )}
        </Field>
        <Field label={texts.who}>
          {(wired) => (
            <select
              {...wired}
              className="form-select"
              value={chosen?.id ?? ''}
              onChange={({ target }) => set({ person: target.value })}
            >
              {people.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
              <option value="">{texts.someoneElse}</option>
            </select>
          )}
        </Field>
        {chosen === undefined && (
          <Field
            label={texts.whoName}
            error={tried && missing.who ? texts.whoMissing : problems.get('who.name')}
          >
            {(wired) => (
              <input
                {...wired}
                className="form-input"
                maxLength={120}
                value={draft.name}
                onChange={({ target }) => set({ name: target.value })}
              />
            )}
          </Field>
        )}
        <Field label={texts.due} error={tried && missing.due ? texts.dueMissing : problems.get('dueOn')}>
          {(wired) => (
            <input
              {...wired}
              className="form-input"
              type="date"
              value={draft.dueOn}
              onChange={({ target }) => set({ dueOn: target.value })}
            />
          )}
        </Field>
        <DialogButtons action={texts.save} busy={send.isPending} onClose={onClose} />
      </form>
    </Dialog>
  )
}
