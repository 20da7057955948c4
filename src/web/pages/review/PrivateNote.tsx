import { useState } from 'react'
import { reviewForm as da } from '../../texts/da/review-form.ts'
import { reviewForm as en } from '../../texts/en/review-form.ts'
import { useTexts } from '../../texts/language.tsx'
import { Button } from '../../ui/Button.tsx'
import { Field } from '../../ui/Field.tsx'
import { SavingText } from './SavingText.tsx'
import type { MyNotes } from './use-my-notes.ts'

/** What a reviewer notes for themselves; it says so where it is written. */
export function PrivateNote({ question, mine }: { question: string; mine: MyNotes }) {
  const texts = useTexts({ da, en })
  const state = mine.stateOf(question)
  const [taken, setTaken] = useState(0)
  const problem =
    state?.state === 'failed'
      ? state.reason
      : state?.state === 'offline' && !state.kept
        ? texts.noteFailed
        : state?.state === 'elsewhere'
          ? texts.noteElsewhere(state.text ?? texts.noteEmptied)
          : undefined
  return (
    <div className="private-note">
      <Field label={texts.note} hint={texts.noteHint} error={problem}>
        {(wired) => (
          <SavingText
            key={taken}
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
        {state?.state === 'offline' && state.kept && texts.noteKept}
      </output>
      {state?.state === 'elsewhere' && (
        <Button
          variant="tertiary"
          onClick={() => {
            mine.takeOther(question)
            setTaken(taken + 1)
          }}
        >
          {texts.noteTakeOther}
        </Button>
      )}
    </div>
  )
}
