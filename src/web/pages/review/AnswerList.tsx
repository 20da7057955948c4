import type { FormQuestion, Review, SavedAnswer } from '../../../contract/review/review.ts'
import { review as da } from '../../texts/da/review.ts'
import { review as en } from '../../texts/en/review.ts'
import { useLocal, useTexts } from '../../texts/language.tsx'
import { DataTable, type DataColumn } from '../../ui/DataTable.tsx'
import { AnswerSide } from './AnswerSide.tsx'
import { GivenAnswer } from './GivenAnswer.tsx'

interface Row {
  readonly question: FormQuestion
  readonly answer: SavedAnswer | undefined
}

/** The answers of a review that is no longer written. */
export function AnswerList({ review }: { review: Review }) {
  const texts = useTexts({ da, en })
  const local = useLocal()
  const answers = new Map(review.answers.map((answer) => [answer.question, answer]))
  const rows = review.questions
    .map((question) => ({ question, answer: answers.get(question.key) }))
    .filter(({ answer }) => answer !== undefined)
  const columns: readonly DataColumn<Row>[] = [
    {
      key: 'question',
      title: texts.form,
      rowHeader: true,
      className: 'wide',
      render: ({ question }) => (
        <span className="reading-width">
          <span className="numeric soft">{question.number}</span> {local(question.text)}
        </span>
      ),
    },
    {
      key: 'answer',
      title: texts.answer,
      render: ({ question, answer }) => (
        <AnswerSide side={answer}>
          {answer !== undefined && <GivenAnswer question={question} given={answer} />}
        </AnswerSide>
      ),
    },
  ]
  return (
    <DataTable
      caption={texts.form}
      captionHidden
      columns={columns}
      rows={rows}
      rowKey={({ question }) => question.key}
      stacked
    />
  )
}
