import type { RoundAnchors } from '../../../contract/review/anchors.ts'
import { anchors as da } from '../../texts/da/anchors.ts'
import { anchors as en } from '../../texts/en/anchors.ts'
import { useLanguage, useLocal, useTexts } from '../../texts/language.tsx'
import { DataTable, type DataColumn } from '../../ui/DataTable.tsx'

type Drift = NonNullable<RoundAnchors['levels'][number]['drift']>
type Question = Drift['questions'][number]

/** How the answers on the same files have moved since somebody else gave theirs. */
export function AnchorDrift({ drift }: { drift: Drift }) {
  const texts = useTexts({ da, en })
  const language = useLanguage()
  const local = useLocal()
  const points = new Intl.NumberFormat(language, { maximumFractionDigits: 1, signDisplay: 'exceptZero' })
  const inPoints = (share: number) => points.format(share * 100)
  const { change, interval, compared, reason, questions } = drift
  const count = (key: 'pairs' | 'stricter' | 'milder' | 'applicability'): DataColumn<Question> => ({
    key,
    title: texts[key],
    className: 'numeric',
    render: (row) => row[key],
  })
  const columns: readonly DataColumn<Question>[] = [
    {
      key: 'question',
      title: texts.question,
      rowHeader: true,
      className: 'wide',
      render: ({ number, text, stage }) => (
        <>
          <span className="numeric soft">{number}</span> {local(text)}{' '}
          <span className="soft small">({local(stage)})</span>
        </>
      ),
    },
    count('pairs'),
    count('stricter'),
    count('milder'),
    count('applicability'),
  ]
  return (
    <>
      {change === null ? (
        reason !== null && <p>{local(reason)}</p>
      ) : (
        <p>
          {texts.drift(
            inPoints(change),
            interval === null ? '–' : interval.map(inPoints).join(' – '),
            compared,
          )}
        </p>
      )}
      {questions.length === 0 ? (
        compared > 0 && <p>{texts.noQuestions}</p>
      ) : (
        <DataTable
          caption={texts.questionsCaption}
          columns={columns}
          rows={questions}
          rowKey={({ question }) => question}
          stacked
        />
      )}
    </>
  )
}
