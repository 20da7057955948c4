import { merge as da } from '../../texts/da/merge.ts'
import { merge as en } from '../../texts/en/merge.ts'
import { useTexts } from '../../texts/language.tsx'
import { Field } from '../../ui/Field.tsx'
import type { Given, Typed } from './answer-words.ts'
import { Choices } from './Choices.tsx'
import { another, type Picked } from './picked-answer.ts'
import { useGiven } from './use-given.ts'

interface Choice {
  readonly value: string
  readonly label: string
}

interface CommonAnswerProps {
  readonly legend: string
  readonly question: Typed
  /** What was said so far; of an open question these are the choices. */
  readonly said: readonly (Given | null)[]
  /** The only choices, where not every answer is one. */
  readonly only?: readonly Choice[]
  readonly picked: Picked
  readonly onPick: (picked: Picked) => void
  /** Shown where nothing is picked. */
  readonly missing: string | undefined
}

/** The answer that several settle on: every answer of a closed question, what was said to an open one, or another. */
export function CommonAnswer({ legend, question, said, only, picked, onPick, missing }: CommonAnswerProps) {
  const texts = useTexts({ da, en })
  const word = useGiven()
  const { answerType } = question
  const free = answerType === 'number' || answerType === 'date' || answerType === 'text'
  return (
    <>
      <Choices
        legend={legend}
        options={[
          ...(only ?? optionsOf(question, said).map((value) => ({ value, label: word(question, value) }))),
          ...(free ? [{ value: another, label: texts.another }] : []),
        ]}
        value={picked.choice}
        onChange={(choice) => onPick({ ...picked, choice })}
        error={picked.choice === another ? undefined : missing}
      />
      {picked.choice === another && free && (
        <Field label={texts.anotherAnswer} hint={texts.anotherHint[answerType]} error={missing}>
          {(wired) => (
            <input
              {...wired}
              className="form-input"
              maxLength={4000}
              value={picked.written}
              onChange={({ target }) => onPick({ ...picked, written: target.value })}
            />
          )}
        </Field>
      )}
    </>
  )
}

function optionsOf({ answerType, grades }: Typed, said: CommonAnswerProps['said']): readonly string[] {
  if (answerType === 'yes-no') return ['yes', 'no', 'na']
  if (answerType === 'graded') return grades.map((_grade, at) => String(at + 1))
  return [...new Set(said.flatMap((each) => each?.value ?? []))]
}
