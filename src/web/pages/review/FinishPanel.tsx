import { useState, type ReactNode } from 'react'
import type { FormQuestion, Review } from '../../../contract/review/review.ts'
import { review as da } from '../../texts/da/review.ts'
import { review as en } from '../../texts/en/review.ts'
import { useTexts } from '../../texts/language.tsx'
import { Button } from '../../ui/Button.tsx'
import { Field } from '../../ui/Field.tsx'
import type { AnswerQueue, Conflict } from './answer-queue.ts'
import { ConflictNote } from './ConflictNote.tsx'
import { MissingList } from './MissingList.tsx'
import { SavingText } from './SavingText.tsx'
import { SubmitDialog } from './SubmitDialog.tsx'
import { wholeReview } from './send-answers.ts'

interface FinishPanelProps {
  readonly review: Review
  readonly missing: readonly FormQuestion[]
  readonly asked: number
  readonly queue: AnswerQueue
  readonly conflict: Conflict | undefined
  readonly unsaved: number
  readonly onGoTo: (question: string) => void
  /** What follows from the answers, when anything does. */
  readonly ratings: ReactNode
  readonly activeMinutes: () => number
  /** With one question at a time: back to the last. */
  readonly onBack: (() => void) | undefined
}

/** The end of the form: what is missing, a comment on the whole, and the submission. */
export function FinishPanel({
  review,
  missing,
  asked,
  queue,
  conflict,
  unsaved,
  onGoTo,
  ratings,
  activeMinutes,
  onBack,
}: FinishPanelProps) {
  const texts = useTexts({ da, en })
  const [submitting, setSubmitting] = useState(false)
  const whole = queue.contentOf(wholeReview)
  return (
    <section className="finish-panel" aria-labelledby="finish-heading" data-place="">
      <h2 id="finish-heading">{missing.length > 0 ? texts.missing(missing.length) : texts.finish}</h2>
      {missing.length > 0 ? (
        <>
          <p>{texts.missingExplained(missing.length)}</p>
          <MissingList sections={review.sections} missing={missing} onGoTo={onGoTo} />
        </>
      ) : (
        <>
          <p>{texts.complete(asked)}</p>
          <div className="button-row">
            <Button variant="primary" busy={unsaved > 0} onClick={() => setSubmitting(true)}>
              {texts.submit}
            </Button>
          </div>
          {unsaved > 0 && <p className="soft small">{texts.stillSaving}</p>}
        </>
      )}
      {ratings}
      {conflict !== undefined && (
        <ConflictNote conflict={conflict} onSettle={(choice) => queue.settle(wholeReview, choice)} />
      )}
      <Field label={texts.wholeComment} optional>
        {(wired) => (
          <SavingText
            key={conflict === undefined ? 'settled' : 'conflict'}
            wired={wired}
            value={whole.comment}
            maxLength={8000}
            rows={4}
            onSave={(comment) => queue.change(wholeReview, { ...whole, comment })}
          />
        )}
      </Field>
      {onBack !== undefined && (
        <div className="button-row">
          <Button onClick={onBack}>{texts.previous}</Button>
        </div>
      )}
      <SubmitDialog
        review={review}
        open={submitting}
        activeMinutes={activeMinutes}
        onClose={() => setSubmitting(false)}
      />
    </section>
  )
}
