import type { FormQuestion } from '../../../contract/review/review.ts'
import { formatTime } from '../../format/dates.ts'
import { review as da } from '../../texts/da/review.ts'
import { review as en } from '../../texts/en/review.ts'
import { useLanguage, useTexts } from '../../texts/language.tsx'
import { Button } from '../../ui/Button.tsx'
import { useAnswerWords } from './answer-words.ts'
import type { Conflict } from './answer-queue.ts'

interface ConflictNoteProps {
  readonly conflict: Conflict
  /** Undefined: the comment on the whole review. */
  readonly question?: FormQuestion
  readonly onSettle: (choice: 'mine' | 'theirs') => void
}

/** Two tabs or two reviewers changed the same answer: the person says which one stands. */
export function ConflictNote({ conflict, question, onSettle }: ConflictNoteProps) {
  const texts = useTexts({ da, en })
  const language = useLanguage()
  const words = useAnswerWords()
  const { theirs } = conflict
  const { comment, answeredAt, answeredBy } = theirs
  const answer = question && words(question, { ...theirs, derivedValue: null })
  const said = [answer ?? texts.noAnswer, comment].filter((part) => part !== null)
  return (
    <div className="problem" role="alert">
      <h2>{texts.conflict}</h2>
      <p>
        {answeredBy === ''
          ? texts.conflictComment
          : texts.conflictBody(answeredBy, formatTime(answeredAt, language), said.join('. '))}
      </p>
      {answeredBy === '' && <blockquote>{comment}</blockquote>}
      <div className="button-row">
        <Button onClick={() => onSettle('mine')}>{texts.keepMine}</Button>
        <Button onClick={() => onSettle('theirs')}>{texts.takeTheirs}</Button>
      </div>
    </div>
  )
}
