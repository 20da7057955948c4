import { useState } from 'react'
import { submitReview } from '../../../contract/review/answers.ts'
import type { Review } from '../../../contract/review/review.ts'
import { useSend } from '../../api.ts'
import { firstLower } from '../../format/first-letter.ts'
import { review as da } from '../../texts/da/review.ts'
import { review as en } from '../../texts/en/review.ts'
import { reviewForm as daForm } from '../../texts/da/review-form.ts'
import { reviewForm as enForm } from '../../texts/en/review-form.ts'
import { useLocal, useTexts } from '../../texts/language.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { DialogButtons } from '../../ui/DialogButtons.tsx'
import { Field } from '../../ui/Field.tsx'
import { Problem } from '../../ui/Problem.tsx'

interface SubmitDialogProps {
  readonly review: Review
  readonly open: boolean
  /** Minutes that the form has been in use, proposed as the time used. */
  readonly activeMinutes: () => number
  readonly onClose: () => void
}

const mostMinutes = 2400

/** The dialog holds one field: Enter takes what is proposed, typing replaces it. A function of its own, so that it runs once. */
function focus(input: HTMLInputElement | null): void {
  input?.focus()
  input?.select()
}

/** Asks for the time used, says what submitting means, submits. The page then shows the review as submitted. */
export function SubmitDialog(props: SubmitDialogProps) {
  // Mounted with each opening, so that the proposal is of that moment.
  return props.open ? <OpenDialog {...props} /> : null
}

function OpenDialog({ review, activeMinutes, onClose }: SubmitDialogProps) {
  const texts = useTexts({ da, en })
  const local = useLocal()
  const send = useSend(submitReview)
  const form = useTexts({ da: daForm, en: enForm })
  const [proposed] = useState(() => Math.min(activeMinutes(), mostMinutes))
  const [written, setWritten] = useState(String(proposed))
  const [wrong, setWrong] = useState(false)
  const submit = () => {
    const minutes = Number(written.trim())
    const fits = Number.isInteger(minutes) && minutes >= 1 && minutes <= mostMinutes
    setWrong(!fits)
    if (fits && !send.isPending) send.mutate({ params: { review: review.id }, body: { minutes } })
  }
  return (
    <Dialog title={texts.submitTitle} open onClose={onClose}>
      <p>
        {texts.submitBody} {review.below !== null && texts.submitBelow(firstLower(local(review.below)))}
      </p>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          submit()
        }}
      >
        {send.isError && <Problem error={send.error} />}
        <Field
          label={texts.minutes}
          hint={form.timerHint(proposed, review.level.minutes)}
          error={wrong ? texts.minutesWrong : undefined}
        >
          {(wired) => (
            <input
              {...wired}
              className="form-input short-input"
              inputMode="numeric"
              autoComplete="off"
              ref={focus}
              value={written}
              onChange={({ target }) => setWritten(target.value)}
            />
          )}
        </Field>
        <DialogButtons action={texts.submit} busy={send.isPending} onClose={onClose} />
      </form>
    </Dialog>
  )
}
