import { reviewForm as da } from '../../texts/da/review-form.ts'
import { reviewForm as en } from '../../texts/en/review-form.ts'
import { useTexts } from '../../texts/language.tsx'
import { Field } from '../../ui/Field.tsx'
import { SavingText } from './SavingText.tsx'
import type { MyNotes } from './use-my-notes.ts'

/** What a reviewer notes for themselves; it says so where it is written. */
export function PrivateNote({ question, mine }: { question: string; mine: MyNotes }) {
  const texts = useTexts({ da, en })
  const state = mine.stateOf(question)
  const problem =
    state?.state === 'failed'
      ? (state.reason ?? texts.noteFailed)
      : state?.state === 'elsewhere'
        ? texts.noteElsewhere(state.text ?? texts.noteEmptied)
        : undefined
  return (
    <div className="private-note">
      <Field label={texts.note} hint={texts.noteHint} error={problem}>
        {(wired) => (
          <SavingText
            wired={wired}
            value={mine.textOf(question)}
            maxLength={4000}
            rows={2}
            onSave={(text) => mine.save(question, text)}
          />
        )}
      </Field>
      <output className="soft small">
        {state?.state === 'saving' && texts.noteSaving}
        {state?.state === 'saved' && texts.noteSaved}
      </output>
    </div>
  )
}
