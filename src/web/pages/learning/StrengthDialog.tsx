import { useState, type SubmitEvent } from 'react'
import { addStrength, type listStrengths } from '../../../contract/learning/strengths.ts'
import type { CallOutput } from '../../../contract/client.ts'
import { useSend } from '../../api.ts'
import { fieldProblems } from '../../problem-words.ts'
import { strengths as da } from '../../texts/da/strengths.ts'
import { strengths as en } from '../../texts/en/strengths.ts'
import { useLocal, useTexts } from '../../texts/language.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { DialogButtons } from '../../ui/DialogButtons.tsx'
import { Field } from '../../ui/Field.tsx'
import { Problem } from '../../ui/Problem.tsx'

interface StrengthDialogProps {
  readonly unit: string
  readonly themes: CallOutput<typeof listStrengths>['themes']
  readonly onClose: () => void
  readonly onDone: () => void
}

/** The unit's own words on what goes well. */
export function StrengthDialog({ unit, themes, onClose, onDone }: StrengthDialogProps) {
  const texts = useTexts({ da, en })
  const local = useLocal()
  const send = useSend(addStrength)
  const [draft, setDraft] = useState({ text: '', theme: '' })
  const [tried, setTried] = useState(false)
  const lacksText = draft.text.trim() === ''
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    setTried(true)
    if (lacksText || send.isPending) return
    const body = { text: draft.text, theme: draft.theme === '' ? null : draft.theme }
    send.mutate({ params: { unit }, body }, { onSuccess: onDone })
  }
  return (
    <Dialog title={texts.write} open onClose={onClose}>
      <form noValidate onSubmit={submit}>
        {send.isError && <Problem error={send.error} />}
        <Field
          label={texts.text}
          hint={texts.textHint}
          error={tried && lacksText ? texts.textMissing : fieldProblems(send.error).get('text')}
        >
          {(wired) => (
            <textarea
              {...wired}
              className="form-input"
              rows={5}
              maxLength={1000}
              value={draft.text}
              onChange={({ target }) => setDraft({ ...draft, text: target.value })}
            />
          )}
        </Field>
        <Field label={texts.theme}>
          {(wired) => (
            <select
              {...wired}
              className="form-select"
              value={draft.theme}
              onChange={({ target }) => setDraft({ ...draft, theme: target.value })}
            >
              <option value="">{texts.noTheme}</option>
              {themes.map(({ key, title }) => (
                <option key={key} value={key}>
                  {local(title)}
                </option>
              ))}
            </select>
          )}
        </Field>
        <DialogButtons action={texts.save} busy={send.isPending} onClose={onClose} />
      </form>
    </Dialog>
  )
}
