import { useRef, useState, type KeyboardEvent } from 'react'
import type { FormQuestion, Review } from '../../../contract/review/review.ts'
import type { AnswerValue } from '../../../core/programme/programme.ts'
import type { AnswerContent } from '../../../core/review/answer-content.ts'
import { review as da } from '../../texts/da/review.ts'
import { review as en } from '../../texts/en/review.ts'
import { useLocal, useTexts } from '../../texts/language.tsx'
import { Button } from '../../ui/Button.tsx'
import { ReportCritical } from '../critical/ReportCritical.tsx'
import { AnswerInput } from './AnswerInput.tsx'
import { AnswerNotes, type Opened } from './AnswerNotes.tsx'
import type { Conflict } from './answer-queue.ts'
import { ConflictNote } from './ConflictNote.tsx'
import { isTyping } from './is-typing.ts'
import { QuestionDates } from './QuestionDates.tsx'
import { QuestionLaw } from './QuestionLaw.tsx'
import type { MyNotes } from './use-my-notes.ts'

interface QuestionCardProps {
  readonly question: FormQuestion
  readonly section: Review['sections'][number] | undefined
  readonly facts: Pick<Review['caseFacts'], 'started' | 'completed' | 'days'>
  readonly content: AnswerContent
  /** Of a question whose grade follows from others: what follows so far. */
  readonly derived: number | undefined
  /** Null where there are no private notes. */
  readonly mine: MyNotes | null
  readonly conflict: Conflict | undefined
  readonly onAnswer: (part: Partial<AnswerContent>, moveOn: boolean) => void
  readonly onChange: (part: Partial<AnswerContent>) => void
  readonly onSettle: (choice: 'mine' | 'theirs') => void
  readonly onFocus: () => void
  readonly onStep: (by: 1 | -1) => void
  /** With one question at a time: where it stands among them, for the buttons to its neighbours. */
  readonly place: { readonly first: boolean; readonly last: boolean } | undefined
}

/** J and Y say yes in either language; the keys are read only while the focus is inside the question (WCAG 2.1.4). */
const answerKeys: Readonly<Record<string, AnswerValue>> = { j: 'yes', y: 'yes', n: 'no', i: 'na' }

/** One question: its answer on one key, law and guidance, comment and evidence. */
export function QuestionCard(props: QuestionCardProps) {
  const { question, section, content, conflict, place, onAnswer, onStep } = props
  const texts = useTexts({ da, en })
  const local = useLocal()
  const card = useRef<HTMLDivElement>(null)
  const [opened, setOpened] = useState<readonly Opened[]>([])
  const open = (what: Opened) => setOpened([...opened.filter((each) => each !== what), what])

  const settled = conflict === undefined ? 'settled' : 'conflict'

  const press = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.nativeEvent.isComposing) return
    const typing = isTyping(event.target)
    if (typing && event.key !== 'Escape') return
    const key = event.key.toLowerCase()
    const answer = answerTo(question, key)
    if (event.key === 'Escape') {
      if (!typing) return
      focusAnswer(card.current)
    } else if (answer !== undefined) onAnswer(answer, true)
    else if (key === 'k') open('comment')
    else if (key === 'd') open('evidence')
    else if (key === 'p' && props.mine !== null) open('note')
    else if (event.key === 'ArrowDown') onStep(1)
    else if (event.key === 'ArrowUp') onStep(-1)
    else return
    event.preventDefault()
  }

  return (
    // The keys are a faster way to what the radio buttons and buttons inside do; nothing works by them alone.
    <div
      className="question-card"
      data-place={question.key}
      ref={card}
      role="presentation"
      onKeyDown={press}
      onFocus={props.onFocus}
    >
      {section !== undefined && <p className="question-section">{local(section.title)}</p>}
      <AnswerInput
        // After a conflict is settled the fields show what was chosen.
        key={`${question.key} answer ${settled}`}
        question={question}
        content={content}
        derived={props.derived}
        onGive={(part) => onAnswer(part, false)}
        onNext={() => onAnswer({}, true)}
      />
      <QuestionDates question={question} facts={props.facts} />
      {question.escalates && <p className="soft small">{texts.escalates}</p>}
      {question.escalatesOn !== null && content.answer === question.escalatesOn && (
        <ReportCritical proposed />
      )}
      {conflict !== undefined && (
        <ConflictNote question={question} conflict={conflict} onSettle={props.onSettle} />
      )}
      <AnswerNotes
        key={`${question.key} ${settled}`}
        question={question.key}
        mine={props.mine}
        content={content}
        opened={opened}
        onOpen={open}
        onChange={props.onChange}
      />
      <QuestionLaw question={question} completed={props.facts.completed} />
      {place !== undefined && (
        <div className="button-row">
          {!place.first && <Button onClick={() => onStep(-1)}>{texts.previous}</Button>}
          <Button onClick={() => onStep(1)}>{place.last ? texts.toFinish : texts.next}</Button>
        </div>
      )}
    </div>
  )
}

/** What a key answers a question with; undefined: nothing. */
function answerTo(
  { answerType, grades, derived }: FormQuestion,
  key: string,
): Partial<AnswerContent> | undefined {
  if (answerType === 'yes-no') {
    const answer = answerKeys[key]
    return answer && { answer }
  }
  const isGrade = answerType === 'graded' && derived === undefined && /^[1-9]$/u.test(key)
  return isGrade && Number(key) <= grades.length ? { value: key } : undefined
}

function focusAnswer(card: HTMLElement | null): void {
  const checked = card?.querySelector<HTMLElement>('input:checked, [data-answer]')
  const first = card?.querySelector<HTMLElement>('input[type=radio]')
  ;(checked ?? first)?.focus()
}
