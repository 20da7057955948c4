import { useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import { conflictGrounds, type ConflictGround } from '../../../core/review/independence.ts'
import { declareIndependence } from '../../../contract/review/independence.ts'
import { useSend } from '../../api.ts'
import { paths } from '../../paths.ts'
import { independence as da } from '../../texts/da/independence.ts'
import { independence as en } from '../../texts/en/independence.ts'
import { useTexts } from '../../texts/language.tsx'
import { Button } from '../../ui/Button.tsx'
import { Field } from '../../ui/Field.tsx'
import { Problem } from '../../ui/Problem.tsx'

/** Says why the case cannot be judged independently, and passes it on. */
export function ConflictForm({ review, onCancel }: { review: string; onCancel?: () => void }) {
  const texts = useTexts({ da, en })
  const router = useRouter()
  const send = useSend(declareIndependence)
  const [ground, setGround] = useState<ConflictGround | null>(null)
  const [note, setNote] = useState('')
  const [missing, setMissing] = useState(false)
  const pass = () => {
    setMissing(ground === null)
    if (ground === null || send.isPending) return
    send.mutate(
      { params: { review }, body: { verdict: ground, note: note.trim() } },
      { onSuccess: () => void router.navigate({ href: paths.tasks() }) },
    )
  }
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        pass()
      }}
    >
      {send.isError && <Problem error={send.error} />}
      <fieldset className="choices one-a-line" aria-describedby={missing ? 'ground-missing' : undefined}>
        <legend>{texts.why}</legend>
        {missing && (
          <p className="field-error" id="ground-missing">
            {texts.choose}
          </p>
        )}
        {conflictGrounds.map((each) => (
          <label key={each} className="choice">
            <input
              type="radio"
              name="ground"
              checked={ground === each}
              onChange={() => {
                setGround(each)
                setMissing(false)
              }}
            />{' '}
            {texts.grounds[each]}
          </label>
        ))}
      </fieldset>
      <Field label={texts.note} hint={texts.noteHint} optional>
        {(wired) => (
          <textarea
            {...wired}
            className="form-input"
            rows={2}
            maxLength={1000}
            value={note}
            onChange={({ target }) => setNote(target.value)}
          />
        )}
      </Field>
      <p className="hint">{texts.passWhat}</p>
      <div className="button-row">
        <Button type="submit" variant="primary" busy={send.isPending}>
          {texts.pass}
        </Button>
        {onCancel !== undefined && <Button onClick={onCancel}>{texts.cancel}</Button>}
      </div>
    </form>
  )
}
