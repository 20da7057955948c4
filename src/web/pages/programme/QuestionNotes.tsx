import type { Question } from '../../../core/programme/programme.ts'
import { programme as da } from '../../texts/da/programme.ts'
import { programme as en } from '../../texts/en/programme.ts'
import { useLocal, useTexts } from '../../texts/language.tsx'

/** What sets a question apart from a plain one whose compliant answer is yes. */
export function QuestionNotes({ question }: { question: Question }) {
  const texts = useTexts({ da, en })
  const local = useLocal()
  const notes: string[] = []
  const { askedWhen } = question
  if (askedWhen !== undefined) {
    const answers = askedWhen.answered.map((answer) => texts.answers[answer]).join(texts.or)
    notes.push(texts.askedWhen(askedWhen.question, answers))
  }
  if (question.expected === 'no') notes.push(texts.expectedNo)
  if (question.escalates) notes.push(texts.escalates)
  if (question.guidance !== undefined) notes.push(local(question.guidance))
  return notes.map((note) => (
    <span key={note} className="cell-note">
      {note}
    </span>
  ))
}
