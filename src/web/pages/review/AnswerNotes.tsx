import { useEffect, useRef, useState } from 'react'
import type { AnswerContent } from '../../../core/review/answer-content.ts'
import { review as da } from '../../texts/da/review.ts'
import { review as en } from '../../texts/en/review.ts'
import { reviewForm as daForm } from '../../texts/da/review-form.ts'
import { reviewForm as enForm } from '../../texts/en/review-form.ts'
import { useTexts } from '../../texts/language.tsx'
import { Field } from '../../ui/Field.tsx'
import { PrivateNote } from './PrivateNote.tsx'
import { SavingText } from './SavingText.tsx'
import type { MyNotes } from './use-my-notes.ts'

export type Opened = 'comment' | 'evidence' | 'note'

interface AnswerNotesProps {
  readonly question: string
  readonly content: AnswerContent
  /** Null where there are no private notes. */
  readonly mine: MyNotes | null
  /** Asked for by key or button: shown even when empty; the last one takes the focus. */
  readonly opened: readonly Opened[]
  readonly onOpen: (opened: Opened) => void
  readonly onChange: (part: Partial<AnswerContent>) => void
}

/** Comment, evidence and private note; hidden until they are wanted, shown when they hold something. */
export function AnswerNotes({ question, content, mine, opened, onOpen, onChange }: AnswerNotesProps) {
  const texts = useTexts({ da, en })
  const form = useTexts({ da: daForm, en: enForm })
  const hasEvidence = content.evidenceReference !== null || content.evidenceDate !== null
  // What was open on arrival stays open, so that emptying a field does not take it away under the cursor.
  const [hadComment] = useState(content.comment !== null)
  const [hadEvidence] = useState(hasEvidence)
  const comment = hadComment || opened.includes('comment')
  const evidence = hadEvidence || opened.includes('evidence')
  const note = mine !== null && mine.loaded && (mine.textOf(question) !== null || opened.includes('note'))
  const fields = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const last = opened.at(-1)
    fields.current?.querySelector<HTMLElement>(`[data-notes="${last}"] :is(textarea, input)`)?.focus()
    // oxlint-disable-next-line react/exhaustive-effect-dependencies -- a note asked for before the notes have come takes the focus when they do
  }, [opened, mine?.loaded])
  return (
    <div ref={fields}>
      {comment && (
        <div data-notes="comment">
          <Field label={texts.comment}>
            {(wired) => (
              <SavingText
                wired={wired}
                value={content.comment}
                maxLength={4000}
                rows={3}
                onSave={(text) => onChange({ comment: text })}
              />
            )}
          </Field>
        </div>
      )}
      {evidence && (
        <div className="evidence" data-notes="evidence">
          <Field label={texts.evidenceReference} hint={texts.evidenceHint}>
            {(wired) => (
              <SavingText
                wired={wired}
                value={content.evidenceReference}
                maxLength={300}
                onSave={(text) => onChange({ evidenceReference: text })}
              />
            )}
          </Field>
          <Field label={texts.evidenceDate}>
            {(wired) => (
              <input
                {...wired}
                type="date"
                className="form-input"
                max="9999-12-31"
                defaultValue={content.evidenceDate ?? ''}
                onBlur={({ target }) => {
                  if (target.validity.valid)
                    onChange({ evidenceDate: target.value === '' ? null : target.value })
                }}
              />
            )}
          </Field>
        </div>
      )}
      {note && (
        <div data-notes="note">
          <PrivateNote question={question} mine={mine} />
        </div>
      )}
      {!(comment && evidence && (note || mine === null)) && (
        <div className="note-buttons">
          {!comment && (
            <button type="button" onClick={() => onOpen('comment')}>
              {texts.comment} <kbd aria-hidden="true">{texts.commentKey}</kbd>
            </button>
          )}
          {!evidence && (
            <button type="button" onClick={() => onOpen('evidence')}>
              {texts.evidence} <kbd aria-hidden="true">{texts.evidenceKey}</kbd>
            </button>
          )}
          {!note && mine !== null && (
            <button type="button" onClick={() => onOpen('note')}>
              {form.note} <kbd aria-hidden="true">{form.noteKey}</kbd>
            </button>
          )}
        </div>
      )}
    </div>
  )
}
