import { useQuery } from '@tanstack/react-query'
import { useState, type SubmitEvent } from 'react'
import { listReviewStrengths, markStrength, withdrawStrength } from '../../../contract/learning/strengths.ts'
import type { CallOutput } from '../../../contract/client.ts'
import { ask, useSend } from '../../api.ts'
import { fieldProblems } from '../../problem-words.ts'
import { strengths as da } from '../../texts/da/strengths.ts'
import { strengths as en } from '../../texts/en/strengths.ts'
import { useLocal, useTexts } from '../../texts/language.tsx'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { DialogButtons } from '../../ui/DialogButtons.tsx'
import { Field } from '../../ui/Field.tsx'
import { Problem } from '../../ui/Problem.tsx'

type Listed = CallOutput<typeof listReviewStrengths>

/** Examples that a review's own reviewers hold up; it stands below a submitted review and is not missed by others. */
export function ReviewStrengths({ review }: { review: string }) {
  const query = useQuery(ask(listReviewStrengths, { params: { review } }))
  const { data } = query
  if (data === undefined || (!data.mayMark && data.strengths.length === 0)) return null
  return <Marked review={review} listed={data} />
}

function Marked({ review, listed }: { review: string; listed: Listed }) {
  const texts = useTexts({ da, en })
  const [marking, setMarking] = useState(false)
  const [done, setDone] = useState('')
  const send = useSend(withdrawStrength, [listReviewStrengths])
  const { unit, mayMark, strengths, questions } = listed
  return (
    <section aria-labelledby="review-strengths">
      <h2 id="review-strengths">{texts.reviewHeading}</h2>
      {mayMark && <p className="hint">{texts.reviewWhy}</p>}
      <output className="done-note">{done}</output>
      {send.isError && <Problem error={send.error} />}
      <ul className="plain-list strengths">
        {strengths.map(({ id, number, text, own, stands }) => (
          <li key={id}>
            <p className="visit-text">
              <strong>{number}</strong> {text}
            </p>
            {!stands && <p className="soft small">{texts.fallen}</p>}
            {own && (
              <Button
                variant="tertiary"
                aria-label={texts.withdrawThis(`${number} ${text.slice(0, 60)}`)}
                busy={send.isPending}
                onClick={() => send.mutate({ params: { unit, strength: id } })}
              >
                {texts.withdraw}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {mayMark &&
        (questions.length === 0 ? (
          <p className="soft">{texts.noQuestions}</p>
        ) : (
          <Button onClick={() => setMarking(true)}>{texts.mark}</Button>
        ))}
      {marking && (
        <MarkDialog
          review={review}
          questions={questions}
          onClose={() => setMarking(false)}
          onDone={() => {
            setMarking(false)
            setDone(texts.marked)
          }}
        />
      )}
    </section>
  )
}

interface MarkDialogProps {
  readonly review: string
  readonly questions: Listed['questions']
  readonly onClose: () => void
  readonly onDone: () => void
}

function MarkDialog({ review, questions, onClose, onDone }: MarkDialogProps) {
  const texts = useTexts({ da, en })
  const local = useLocal()
  const send = useSend(markStrength, [listReviewStrengths])
  const [draft, setDraft] = useState({ question: '', text: '' })
  const [tried, setTried] = useState(false)
  const lacksText = draft.text.trim() === ''
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    setTried(true)
    if (lacksText || draft.question === '' || send.isPending) return
    send.mutate({ params: { review }, body: draft }, { onSuccess: onDone })
  }
  return (
    <Dialog title={texts.mark} open onClose={onClose}>
      <form noValidate onSubmit={submit}>
        {send.isError && <Problem error={send.error} />}
        <Field
          label={texts.whichQuestion}
          error={tried && draft.question === '' ? texts.whichMissing : undefined}
        >
          {(wired) => (
            <select
              {...wired}
              className="form-select"
              value={draft.question}
              onChange={({ target }) => setDraft({ ...draft, question: target.value })}
            >
              <option value="">{texts.choose}</option>
              {questions.map(({ key, number, text }) => (
                <option key={key} value={key}>
                  {number} {local(text)}
                </option>
              ))}
            </select>
          )}
        </Field>
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
        <DialogButtons action={texts.mark} busy={send.isPending} onClose={onClose} />
      </form>
    </Dialog>
  )
}
